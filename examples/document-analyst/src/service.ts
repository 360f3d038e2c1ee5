import {
  type AgentManifest,
  canonicalManifest,
  FILE_NAME,
  PAYMENT_REQUIRED,
  PAYMENT_RESPONSE,
  PAYMENT_SIGNATURE,
  PaidDesk,
  type PaidDeskOptions,
  PaidRequestRefused,
  type ReceivedVoucher,
  requestHash,
  responseHash,
  type StoredAnswer,
} from '@agent-labs/sdk';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnalysisPool } from './analysis-pool.js';
import { ANALYSE_PATH } from './manifest.js';
import { type Refusal, refusalOf } from './refusals.js';
import { createServer, sendRefusal } from './server.js';

/** Seconds a voucher must still be valid for when it comes in. */
export const SETTLING_TIME = 120;
const BROKEN_OFF = { status: 400, code: 'BadRequest', message: 'the request broke off' };
export interface ServiceOptions extends Omit<PaidDeskOptions, 'minimumSecondsLeft'> {
  /** Does the work. */
  pool: AnalysisPool;
  /** What the agent says of itself; asked for once it listens. */
  manifest: () => AgentManifest;
  /** Called once for each call that was taken; settling is its business. */
  onAccepted?: () => void;
  /** Gets faults of the service's own; their sender sees a 500 without details. */
  onError?: (error: Error) => void;
}

/**
 * The paid service. `POST /analyse` works for a voucher, `GET /answers` gives the answer to the last voucher
 * again, `GET /manifest.json` and `GET /health` are free. A refusal is named, and charges nothing.
 */
export function createService(options: ServiceOptions): FastifyInstance {
  const desk = new PaidDesk({ ...options, minimumSecondsLeft: SETTLING_TIME });
  const app = createServer();

  // before the body is read: nobody gets 2 MiB of memory for nothing
  const onRequest = async ({ headers }: FastifyRequest) => {
    desk.read(headers[PAYMENT_SIGNATURE]);
  };
  app.post(ANALYSE_PATH, { onRequest }, async (request, reply) => {
    const payment = desk.read(request.headers[PAYMENT_SIGNATURE]);
    const { contentType, fileName, body } = documentOf(request);
    const hash = requestHash({ method: 'POST', path: ANALYSE_PATH, contentType, fileName }, body);
    const work = async () => {
      const analysis = await options.pool.analyse(body, fileName, contentType);
      return {
        responseHash: responseHash(analysis),
        contentType: 'application/json; charset=utf-8',
        body: analysis,
      };
    };
    return answer(reply, payment, await desk.serve(payment, hash, work, () => options.onAccepted?.()));
  });

  app.get('/answers', { onRequest }, async (request, reply) => {
    const payment = desk.read(request.headers[PAYMENT_SIGNATURE]);
    return answer(reply, payment, await desk.again(payment));
  });

  app.get('/manifest.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(canonicalManifest(options.manifest())),
  );
  app.get('/health', async () => ({
    status: 'ok',
    agent: options.agent.toBase58(),
    version: options.agentVersion,
  }));

  app.setNotFoundHandler((_request, reply) =>
    sendRefusal(reply, {
      status: 404,
      code: 'NotFound',
      message: `there is POST ${ANALYSE_PATH}, GET /answers, /manifest.json and /health`,
    }),
  );
  app.setErrorHandler((error: Error, request, reply) => {
    const refusal = refusalOf(error) ?? (request.raw.complete ? null : BROKEN_OFF);
    if (refusal === null || refusal.status === 500) options.onError?.(error);
    if (refusal !== null) return refuse(reply, request, refusal);
    // whether the voucher was taken is not known here: the same request again settles that, at no extra charge
    return reply
      .code(500)
      .send({ error: { code: 'Internal', message: 'a fault of the agent; send the same request again' } });
  });

  function refuse(reply: FastifyReply, request: FastifyRequest, refusal: Refusal) {
    if (refusal.status === 402) {
      const { pricing, endpoint, summary } = options.manifest();
      const offer = {
        url: `${endpoint.url}${request.url}`,
        description: summary ?? '',
        mimeType: 'application/json',
        amount: pricing.amount,
        asset: pricing.mint,
      };
      reply.header(PAYMENT_REQUIRED, desk.required(offer, refusal.code));
    }
    return sendRefusal(reply, refusal);
  }

  function answer(reply: FastifyReply, payment: ReceivedVoucher, stored: StoredAnswer) {
    return reply
      .header(PAYMENT_RESPONSE, desk.response(payment, stored, options.manifest().pricing.amount))
      .type(stored.contentType)
      .send(Buffer.from(stored.body));
  }
  return app;
}

interface PaidDocument {
  contentType: string;
  fileName: string;
  body: Uint8Array;
}

function documentOf(request: FastifyRequest): PaidDocument {
  const { [FILE_NAME]: encoded, 'content-type': contentType } = request.headers;
  if (typeof encoded !== 'string' || contentType === undefined || !Buffer.isBuffer(request.body)) {
    throw new PaidRequestRefused(
      400,
      'DocumentMissing',
      `send the document as the body, with content-type and ${FILE_NAME}`,
    );
  }
  return { contentType, fileName: decodeName(encoded), body: request.body };
}

function decodeName(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch (error) {
    throw new PaidRequestRefused(
      400,
      'FileNameMalformed',
      `${FILE_NAME} must be percent-encoded UTF-8: ${(error as Error).message}`,
    );
  }
}
