import type { Localnet } from '@agent-labs/localnet';

/** An answer of JSON-RPC, as it came. */
export interface RpcAnswer {
  status: number;
  id?: unknown;
  result?: unknown;
  error?: { code: number; message: string; data?: { err?: unknown; logs?: string[] } };
}

/** Posts a text, whatever it is. */
export async function post(localnet: Localnet, body: string): Promise<RpcAnswer & { raw: unknown }> {
  const response = await fetch(localnet.rpcUrl, { method: 'POST', body });
  const text = await response.text();
  const raw = text === '' ? null : JSON.parse(text);
  return { status: response.status, ...raw, raw };
}

/** Calls a method. */
export function call(localnet: Localnet, method: string, ...params: unknown[]): Promise<RpcAnswer> {
  return post(localnet, JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
}
