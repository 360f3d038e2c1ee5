import cors from '@fastify/cors';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyBaseLogger, type FastifyReply } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { Refused } from '../refused.js';

/** Bytes of a JSON body; webhooks have their own. */
const LARGEST_BODY = 64 * 1024;
/** Milliseconds for the headers, for a whole request, and between requests of one connection. */
const HEADERS_TIME = 10_000;
const REQUEST_TIME = 30_000;
const IDLE_TIME = 30_000;
const CHECK_EVERY = 2_500;
const MOST_CONNECTIONS = 5_000;

/** What never reaches the log. */
export const REDACTED = ['req.headers.authorization', 'req.headers.cookie', 'req.body'];

/** An HTTP server with the indexer's limits, its form of errors, and its description by OpenAPI. */
export async function createServer(logger: FastifyBaseLogger | false) {
  const app = Fastify({
    ...(logger === false ? { logger: false } : { loggerInstance: logger }),
    bodyLimit: LARGEST_BODY,
    requestTimeout: REQUEST_TIME,
    keepAliveTimeout: IDLE_TIME,
    trustProxy: false,
    http: { headersTimeout: HEADERS_TIME, connectionsCheckingInterval: CHECK_EVERY },
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      void reply.code(400).send({ error: { code: 'BadRequest', message: 'the path is malformed' } });
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.server.maxConnections = MOST_CONNECTIONS;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // everything that can be read is public
  await app.register(cors, { origin: '*', methods: ['GET', 'HEAD', 'POST'] });
  await app.register(swagger, {
    openapi: {
      info: {
        title: 'Agent Labs indexer',
        version: '0.1.0',
        description: 'Agents, budgets, channels, stakes and ratings as the chain has them.',
      },
    },
    transform: jsonSchemaTransform,
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': reply.getHeader('cache-control') ?? 'no-store',
      'referrer-policy': 'no-referrer',
    });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({
      error: { code: 'NotFound', message: 'there is nothing here; GET /openapi.json says what is' },
    }),
  );
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const refusal = refusalOf(error, request.raw.complete);
    if (refusal === null) {
      request.log.error({ err: error }, 'fault');
      const message = 'a fault of the indexer; send the same request again';
      return reply.code(500).send({ error: { code: 'Internal', message } });
    }
    const { status, code, message, headers } = refusal;
    return reply
      .code(status)
      .headers(headers)
      .type('application/json; charset=utf-8')
      .serializer((payload) => JSON.stringify(payload))
      .send({ error: { code, message } });
  });
  return app;
}

export type IndexerServer = Awaited<ReturnType<typeof createServer>>;

/** Names of what the framework refuses before a route sees it. */
const BY_STATUS: Record<number, string> = {
  413: 'TooLarge',
  415: 'ContentTypeUnsupported',
};

function refusalOf(error: Error & { statusCode?: number; code?: string }, complete: boolean): Refused | null {
  if (error instanceof Refused) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [first] = error.validation;
    const where = first?.instancePath.replaceAll('/', '.').slice(1) || 'the request';
    return new Refused(400, 'BadRequest', `${where}: ${first?.message ?? 'malformed'}`);
  }
  const { statusCode: status = 500, code } = error;
  // other errors with a status come from elsewhere
  if (code?.startsWith('FST_') && status < 500) {
    return new Refused(status, BY_STATUS[status] ?? 'BadRequest', error.message);
  }
  return complete ? null : new Refused(400, 'BadRequest', 'the request broke off');
}
