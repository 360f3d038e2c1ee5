import {
  type AgentManifest,
  type AgentStore,
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
  VoucherRefused,
} from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { analyseDocument, MAX_DOCUMENT_BYTES } from './analysis/index.js';
import { ANALYSE_PATH } from './manifest.js';
import { RequestRefused, refusalOf } from './refusals.js';

/** Seconds a voucher must still be valid for when it comes in. */
const SETTLING_TIME = 120;

export interface ServiceOptions {
  chain: Chain;
  deployment: Deployment;
  store: AgentStore;
  /** The agent's account. */
  agent: PublicKey;
  agentVersion: number;
  /** Holds the agent's key. */
  signer: MessageSigner;
  /** What the agent says of itself; asked for once it listens. */
  manifest: () => AgentManifest;
  /** Called after each call that was taken; settling is its business. */
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
  const app = Fastify({ bodyLimit: MAX_DOCUMENT_BYTES + 1 });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const openChannel = async (payment: ReceivedVoucher) => {
    if (payment.network !== network) {
      throw new RequestRefused(
        402,
        'WrongNetwork',
        `this agent is on ${network}, the voucher names ${payment.network}`,
      );
    }
    const now = await chain.unixTime();
    return { now, ...(await book.open(payment.channel, now)) };
  };

  app.post(ANALYSE_PATH, async (request, reply) => {
    const payment = requirePayment(request);
    const { contentType, fileName, body } = documentOf(request);
    const hash = requestHash({ method: 'POST', path: ANALYSE_PATH, contentType, fileName }, body);
    // first of all: what was paid for is given again, whatever became of the channel since
    const given = await store.answerTo(payment.voucher, payment.signature);
    if (given !== null && Buffer.from(given.requestHash).equals(hash)) return answer(reply, payment, given);
    const { payee, now } = await openChannel(payment);
    const work = async () => {
      const analysis = analyseDocument(body, fileName, contentType);
      const result = Buffer.from(`${JSON.stringify(analysis, null, 2)}\n`, 'utf8');
      return {
        responseHash: responseHash(result),
        contentType: 'application/json; charset=utf-8',
        body: result,
      };
    };
    const stored = await payee
      .serve(payment.voucher, payment.signature, hash, now, work)
      .catch((error: unknown) => {
        // the chain may know more by now: a re-arm, a new generation
        if (error instanceof VoucherRefused) book.invalidate(payment.channel);
        throw error;
      });
    options.onAccepted?.();
    return answer(reply, payment, stored);
  });

  app.get('/answers', async (request, reply) => {
    const payment = requirePayment(request);
    const given = await store.answerTo(payment.voucher, payment.signature);
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

  app.setNotFoundHandler((request, reply) =>
    refuse(
      reply,
      request,
      404,
      'NotFound',
      `there is POST ${ANALYSE_PATH}, GET /answers, /manifest.json and /health`,
    ),
  );
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal !== null) return refuse(reply, request, refusal.status, refusal.code, refusal.message);
    if (error.statusCode === 413) {
      const message = `the document is larger than ${MAX_DOCUMENT_BYTES} bytes; send a part of it`;
      return refuse(reply, request, 413, 'TooLarge', message);
    }
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return refuse(reply, request, error.statusCode, error.code ?? 'BadRequest', error.message);
    }
    options.onError?.(error);
    // whether the voucher was taken is not known here: the same request again settles that, at no extra charge
    return reply
      .code(500)
      .send({ error: { code: 'Internal', message: 'a fault of the agent; send the same request again' } });
  });

  function refuse(
    reply: FastifyReply,
    request: FastifyRequest,
    status: number,
    code: string,
    message: string,
  ) {
    if (status === 402) reply.header(PAYMENT_REQUIRED, encodeHeader(requirements(request, code)));
    return reply.code(status).send({ error: { code, message, charged: false } });
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

function documentOf(request: FastifyRequest): { contentType: string; fileName: string; body: Uint8Array } {
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
