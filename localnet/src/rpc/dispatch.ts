import { RpcCode, RpcError } from './errors.js';
import type { Methods } from './methods/method.js';
import { Params } from './params.js';

/** Calls in one batch. */
const MOST_IN_BATCH = 100;

type Id = string | number | null;

interface Answer {
  jsonrpc: '2.0';
  id: Id;
  result?: unknown;
  error?: { code: number; message: string; data?: unknown };
}

/**
 * Answers one JSON-RPC 2.0 message, a call or a batch of them.
 * @returns the answer as JSON; null where none is due, to notifications
 */
export async function dispatch(
  text: string,
  methods: Methods,
  onFault: (error: unknown) => void,
): Promise<string | null> {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch (error) {
    return JSON.stringify(
      refused(null, new RpcError(RpcCode.parse, `Parse error: ${(error as Error).message}`)),
    );
  }
  const answer = (call: unknown) => answerTo(call, methods, onFault);
  if (!Array.isArray(message)) {
    const one = await answer(message);
    return one && JSON.stringify(one);
  }
  if (message.length === 0 || message.length > MOST_IN_BATCH) {
    const problem = `Invalid request: a batch has 1 to ${MOST_IN_BATCH} calls, this one ${message.length}`;
    return JSON.stringify(refused(null, new RpcError(RpcCode.invalidRequest, problem)));
  }
  const answers: Answer[] = [];
  for (const call of message) {
    const one = await answer(call);
    if (one !== null) answers.push(one);
  }
  return answers.length === 0 ? null : JSON.stringify(answers);
}

async function answerTo(
  call: unknown,
  methods: Methods,
  onFault: (error: unknown) => void,
): Promise<Answer | null> {
  if (typeof call !== 'object' || call === null || Array.isArray(call)) {
    return refused(null, new RpcError(RpcCode.invalidRequest, 'Invalid request: a call must be an object'));
  }
  const { jsonrpc, id, method, params } = call as Record<string, unknown>;
  const known = typeof id === 'string' || typeof id === 'number' ? id : null;
  if (jsonrpc !== '2.0' || typeof method !== 'string') {
    const problem = 'Invalid request: jsonrpc must be "2.0" and method a string';
    return refused(known, new RpcError(RpcCode.invalidRequest, problem));
  }
  try {
    const found = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (found === undefined) {
      throw new RpcError(RpcCode.unknownMethod, `Method not found: this local chain has no ${method}`);
    }
    const result = await found(new Params(params));
    return id === undefined ? null : { jsonrpc: '2.0', result, id: known };
  } catch (error) {
    if (error instanceof RpcError) return id === undefined ? null : refused(known, error);
    onFault(error);
    const message = 'Internal error: a fault of the local chain, told of in its log';
    return refused(known, new RpcError(RpcCode.internal, message));
  }
}

function refused(id: Id, { code, message, data }: RpcError): Answer {
  return { jsonrpc: '2.0', error: { code, message, ...(data !== undefined && { data }) }, id };
}
