import {
  type AgentManifest,
  type AgentStore,
  type Answer,
  CHANNEL_SCHEME,
  type Chain,
  ChannelBook,
  caip2Network,
  canonicalManifest,
  type Deployment,
  decodePayment,
  encodeHeader,
  FILE_NAME,
  type MessageSigner,
  PAYMENT_REQUIRED,
  PAYMENT_RESPONSE,
  PAYMENT_SIGNATURE,
  type PaymentRequired,
  type ReceivedVoucher,
  requestHash,
  responseHash,
  type StoredAnswer,
  type VoucherRefusal,
  VoucherRefused,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnalysisPool } from './analysis-pool.js';
import { ANALYSE_PATH } from './manifest.js';
import { type Refusal, RequestRefused, refusalOf } from './refusals.js';
import { createServer, sendRefusal } from './server.js';
import { VoucherTurns } from './voucher-turns.js';

/** Seconds a voucher must still be valid for when it comes in. */
export const SETTLING_TIME = 120;
const BROKEN_OFF = { status: 400, code: 'BadRequest', message: 'the request broke off' };
/** Refusals for which the chain may have given other reasons since it was read: a re-arm, a new generation. */
const MAYBE_OUTDATED: ReadonlySet<VoucherRefusal> = new Set(['WrongChannel', 'Expired', 'OverAllotment']);

export interface ServiceOptions {
  chain: Chain;
  deployment: Deployment;
  store: AgentStore;
  /** The agent's account. */
  agent: PublicKey;
  agentVersion: number;
  /** Holds the agent's key. */
  signer: MessageSigner;
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
  const { chain, deployment, store } = options;
  const network = caip2Network(deployment.genesisHash);
  const book = new ChannelBook({ ...options, minimumSecondsLeft: SETTLING_TIME });
  const turns = new VoucherTurns();
  const app = createServer();

  const take = async (payment: ReceivedVoucher, hash: Uint8Array, work: () => Promise<Answer>) => {
    const now = await chain.unixTime();
    const serve = async () => {
      const { payee } = await book.open(payment.channel, now);
      return payee.serve(payment.voucher, payment.signature, hash, now, work);
    };
    return serve().catch((error: unknown) => {
      if (!(error instanceof VoucherRefused) || !MAYBE_OUTDATED.has(error.code)) throw error;
      book.invalidate(payment.channel);
      return serve();
    });
  };

  const analyse = async (payment: ReceivedVoucher, document: PaidDocument, hash: Uint8Array) => {
    // first of all: what was paid for is given again, whatever became of the channel since
    const given = await store.answerTo(payment.voucher, payment.signature);
    if (given !== null && Buffer.from(given.requestHash).equals(hash)) return given;
    if (turns.isGivenUp(payment.signature)) {
      const message = 'this voucher was given up by asking for its answer; sign one that expires later';
      throw new RequestRefused(409, 'GivenUp', message);
    }
    const stored = await take(payment, hash, async () => {
      const body = await options.pool.analyse(document.body, document.fileName, document.contentType);
      return { responseHash: responseHash(body), contentType: 'application/json; charset=utf-8', body };
    });
    options.onAccepted?.();
    return stored;
  };

  // before the body is read: nobody gets 2 MiB of memory for nothing
  const onRequest = async (request: FastifyRequest) => requireNetwork(requirePayment(request));
  app.post(ANALYSE_PATH, { onRequest }, async (request, reply) => {
    const payment = requirePayment(request);
    const document = documentOf(request);
    const { contentType, fileName, body } = document;
    const hash = requestHash({ method: 'POST', path: ANALYSE_PATH, contentType, fileName }, body);
    const stored = await turns.run(payment.signature, () => analyse(payment, document, hash));
    return answer(reply, payment, stored);
  });

  app.get('/answers', { onRequest }, async (request, reply) => {
    const payment = requirePayment(request);
    const given = await turns.run(payment.signature, async () => {
      const stored = await store.answerTo(payment.voucher, payment.signature);
      // its sender now signs another one for this call: a request that is still on its way comes too late
      if (stored === null) turns.giveUp(payment.signature);
      return stored;
    });
    if (given === null) {
      const message = 'that voucher is not the last one this agent took; send the request again';
      throw new RequestRefused(404, 'NotTaken', message);
    }
    return answer(reply, payment, given);
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
      reply.header(PAYMENT_REQUIRED, encodeHeader(requirements(request, refusal.code)));
    }
    return sendRefusal(reply, refusal);
  }

  function requireNetwork(payment: ReceivedVoucher): void {
    if (payment.network === network) return;
    const message = `this agent is on ${network}, the voucher names ${payment.network}`;
    throw new RequestRefused(402, 'WrongNetwork', message);
  }

  function requirements(request: FastifyRequest, error: string): PaymentRequired {
    const { pricing, endpoint, summary } = options.manifest();
    return {
      x402Version: 2,
      error,
      resource: {
        url: `${endpoint.url}${request.url}`,
        description: summary ?? '',
        mimeType: 'application/json',
      },
      accepts: [
        {
          scheme: CHANNEL_SCHEME,
          network,
          amount: pricing.amount,
          asset: pricing.mint,
          payTo: options.agent.toBase58(),
          maxTimeoutSeconds: SETTLING_TIME,
          extra: {
            escrow: deployment.escrow.toBase58(),
            agentVersion: options.agentVersion,
            description:
              'Ed25519 voucher over an escrow channel to payTo; cumulative, settled later in batches. ' +
              'Not a transfer: x402 facilitators do not settle it.',
          },
        },
      ],
    };
  }

  function answer(reply: FastifyReply, payment: ReceivedVoucher, stored: StoredAnswer) {
    const header = encodeHeader({
      success: true,
      transaction: '',
      network,
      amount: options.manifest().pricing.amount,
      receipt: {
        channel: payment.channel.toBase58(),
        callNumber: stored.callNumber,
        cumulative: stored.cumulative.toString(),
        requestHash: Buffer.from(stored.requestHash).toString('hex'),
        responseHash: Buffer.from(stored.responseHash).toString('hex'),
        responseProof: Buffer.from(stored.responseProof).toString('base64'),
      },
    });
    return reply.header(PAYMENT_RESPONSE, header).type(stored.contentType).send(Buffer.from(stored.body));
  }
  return app;
}

function requirePayment(request: FastifyRequest): ReceivedVoucher {
  const header = request.headers[PAYMENT_SIGNATURE];
  if (typeof header !== 'string') {
    throw new RequestRefused(
      402,
      'PaymentRequired',
      `send a voucher in ${PAYMENT_SIGNATURE}; ${PAYMENT_REQUIRED} says for what`,
    );
  }
  return decodePayment(header);
}

interface PaidDocument {
  contentType: string;
  fileName: string;
  body: Uint8Array;
}

function documentOf(request: FastifyRequest): PaidDocument {
  const { [FILE_NAME]: encoded, 'content-type': contentType } = request.headers;
  if (typeof encoded !== 'string' || contentType === undefined || !Buffer.isBuffer(request.body)) {
    throw new RequestRefused(
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
    throw new RequestRefused(
      400,
      'FileNameMalformed',
      `${FILE_NAME} must be percent-encoded UTF-8: ${(error as Error).message}`,
    );
  }
}
