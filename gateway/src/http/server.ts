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
import { Refused, uncharged } from '../refused.js';

/** Bytes of a JSON body. */
const LARGEST_BODY = 64 * 1024;
/** Milliseconds for the headers, for a whole request, and between requests of one connection. */
const HEADERS_TIME = 10_000;
const REQUEST_TIME = 30_000;
const IDLE_TIME = 30_000;
const CHECK_EVERY = 2_500;
const MOST_CONNECTIONS = 5_000;

/** What never reaches the log. */
export const REDACTED = [
  'req.headers.authorization',
  'req.headers["payment-signature"]',
  'req.headers.cookie',
  'req.body',
  'token',
  'signature',
];

export interface ServerOptions {
  logger: FastifyBaseLogger | false;
  /** pages that may call; none without */
  allowedOrigins: string[];
}

/** An HTTP server with the gateway's limits, its form of errors, and its description by OpenAPI. */
export async function createServer({ logger, allowedOrigins }: ServerOptions) {
  const app = Fastify({
    ...(logger === false ? { logger: false } : { loggerInstance: logger }),
    bodyLimit: LARGEST_BODY,
    requestTimeout: REQUEST_TIME,
    keepAliveTimeout: IDLE_TIME,
    // the socket's own address alone counts: anybody can write a header
    trustProxy: false,
    http: { headersTimeout: HEADERS_TIME, connectionsCheckingInterval: CHECK_EVERY },
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      void reply.code(400).send({
        error: { code: 'BadRequest', message: 'the path is malformed', charged: false },
      });
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.server.maxConnections = MOST_CONNECTIONS;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(cors, {
    origin: allowedOrigins,
    // as the routes have them; without it, those beside GET, HEAD and POST are refused
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['payment-required', 'payment-response', 'retry-after'],
  });
  await app.register(swagger, {
    openapi: {
      info: {
        title: 'Agent Labs gateway',
        version: '0.1.0',
        description: 'Sessions and messages for wallets, and paid calls to agents. It holds no money.',
      },
      components: {
        securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
    },
    transform: jsonSchemaTransform,
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      // a route may have a stricter one
      'content-security-policy':
        reply.getHeader('content-security-policy') ?? "default-src 'none'; frame-ancestors 'none'",
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
    const refusal = refusalOf(error, request.raw.readableAborted);
    if (refusal === null) {
      request.log.error({ err: error }, 'fault');
      const message = 'a fault of the gateway. Send the same request again: a voucher is charged once';
      return reply.code(500).send({ error: { code: 'Internal', message } });
    }
    const { status, code, message, headers, charged } = refusal;
    return reply
      .code(status)
      .headers(headers)
      .type('application/json; charset=utf-8')
      .serializer((payload) => JSON.stringify(payload))
      .send({ error: { code, message, ...(charged === false && { charged }) } });
  });
  return app;
}

export type GatewayServer = Awaited<ReturnType<typeof createServer>>;

/** Names of what the framework refuses before a route sees it. */
const BY_STATUS: Record<number, string> = {
  413: 'TooLarge',
  415: 'ContentTypeUnsupported',
};

function refusalOf(error: Error & { statusCode?: number; code?: string }, brokeOff: boolean): Refused | null {
  if (error instanceof Refused) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [first] = error.validation;
    const where = first?.instancePath.replaceAll('/', '.').slice(1) || 'the body';
    return new Refused(400, 'BadRequest', `${where}: ${first?.message ?? 'malformed'}`);
  }
  const { statusCode: status = 500, code } = error;
  // other errors with a status come from elsewhere
  if (code?.startsWith('FST_') && status < 500) {
    return new Refused(status, BY_STATUS[status] ?? 'BadRequest', error.message, { charged: false });
  }
  return brokeOff ? uncharged(400, 'BadRequest', 'the request broke off') : null;
}
