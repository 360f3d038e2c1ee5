import type { LocalNode } from '../../node/node.js';
import type { Params } from '../params.js';

/** Answers a call. Throws RpcError for what it refuses. */
export type Method = (params: Params) => unknown;
export type Methods = Record<string, Method>;

/** The same calls, each answered or refused once all that it can have seen is on disk. */
export function onceOnDisk(node: LocalNode, methods: Methods): Methods {
  const kept = (method: Method) => async (params: Params) => {
    // one that refuses at once does so by the promise too
    const answering = new Promise((done) => done(method(params)));
    const [onDisk] = await Promise.allSettled([node.onDisk(), answering]);
    if (onDisk.status === 'rejected') throw onDisk.reason;
    return answering;
  };
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, kept(method)]));
}

/** A value with the slot it was read in. */
export function withContext<T>(node: LocalNode, value: T): { context: object; value: T } {
  return { context: { apiVersion: VERSION, slot: node.height }, value };
}

/** Version of the runtime that LiteSVM 1.5 embeds, as `getVersion` and contexts name it. */
export const VERSION = '3.1.0';
