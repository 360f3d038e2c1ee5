import type { LocalNode } from '../../node/node.js';
import type { Params } from '../params.js';

/** Answers a call. Throws RpcError for what it refuses. */
export type Method = (params: Params) => unknown;
export type Methods = Record<string, Method>;

/** A value with the slot it was read in. */
export function withContext<T>(node: LocalNode, value: T): { context: object; value: T } {
  return { context: { apiVersion: VERSION, slot: node.height }, value };
}

/** Version of the runtime that LiteSVM 1.5 embeds, as `getVersion` and contexts name it. */
export const VERSION = '3.1.0';
