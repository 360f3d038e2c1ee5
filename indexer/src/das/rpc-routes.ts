import { z } from 'zod';
import type { IndexerServer } from '../http/server.js';
import { Refused } from '../refused.js';
import { RpcError } from './errors.js';
import type { Method } from './methods.js';

/** Bytes of a request: the ids of a batch, and some. */
const LARGEST_REQUEST = 128 * 1024;

type Id = string | number | null;

const id = z.union([z.string().max(128), z.number(), z.null()]);
const request = z.strictObject({
  jsonrpc: z.literal('2.0'),
  id: id.optional(),
  method: z.string().max(64),
  params: z.unknown().optional(),
});

/** What DAS clients call: JSON-RPC at the path that they use, and at one of its own. */
export function rpcRoutes(
  app: IndexerServer,
  methods: Map<string, Method>,
  requireTrust: () => Promise<void>,
): void {
  for (const path of ['/', '/rpc']) {
    app.post(
      path,
      {
        bodyLimit: LARGEST_REQUEST,
        schema: {
          description: `JSON-RPC 2.0, the part of DAS that receipts need: ${[...methods.keys()].join(', ')}.`,
          body: z.unknown(),
          response: { 200: z.unknown() },
        },
        errorHandler: (error, request, reply) => {
          const refusal = refusalOf(error);
          if (refusal === null) throw error;
          request.log.debug({ err: error }, 'no JSON-RPC');
          return reply.code(200).send(failure(null, refusal));
        },
      },
      async ({ body, log }) => {
        const parsed = request.safeParse(body);
        if (!parsed.success) return failure(idOf(body), invalidRequest(body, parsed.error));
        const { id = null, method, params } = parsed.data;
        try {
          await requireTrust();
          return { jsonrpc: '2.0', id, result: await call(methods, method, params) };
        } catch (error) {
          if (error instanceof RpcError) return failure(id, error);
          if (error instanceof Refused) return failure(id, new RpcError(-32_002, error.code, error.message));
          log.error({ err: error, method }, 'fault');
          const message = 'a fault of the indexer; send the same request again';
          return failure(id, new RpcError(-32_603, 'Internal', message));
        }
      },
    );
  }
}

async function call(methods: Map<string, Method>, name: string, params: unknown): Promise<unknown> {
  const method = methods.get(name);
  if (method === undefined) {
    const known = [...methods.keys()].join(', ');
    throw new RpcError(-32_601, 'MethodNotFound', `there is no ${name}; there are ${known}`);
  }
  const parsed = method.params.safeParse(params);
  if (parsed.success) return method.answer(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'params';
  throw new RpcError(-32_602, 'InvalidParams', `${where}: ${issue?.message ?? 'malformed'}`);
}

function failure(id: Id, { code, errorName, message }: RpcError): object {
  return { jsonrpc: '2.0', id, error: { code, message, data: { name: errorName } } };
}

/** The id of what is no request, where it has one. */
function idOf(body: unknown): Id {
  const parsed = z.object({ id }).safeParse(body);
  return parsed.success ? parsed.data.id : null;
}

function invalidRequest(body: unknown, error: z.ZodError): RpcError {
  if (Array.isArray(body)) {
    const message = 'one request at a time; getAssetBatch and getAssetProofBatch take many ids';
    return new RpcError(-32_600, 'InvalidRequest', message);
  }
  const [issue] = error.issues;
  const where = issue?.path.join('.') || 'the request';
  return new RpcError(-32_600, 'InvalidRequest', `${where}: ${issue?.message ?? 'malformed'}`);
}

/** What the framework refuses before a method is reached; null for faults. */
function refusalOf({ code, message }: { code?: string; message: string }): RpcError | null {
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || code === 'FST_ERR_CTP_EMPTY_JSON_BODY') {
    return new RpcError(-32_700, 'ParseError', message);
  }
  return code?.startsWith('FST_ERR_CTP_') ? new RpcError(-32_600, 'InvalidRequest', message) : null;
}
