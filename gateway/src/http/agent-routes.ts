import { FILE_NAME, PAYMENT_SIGNATURE } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PASSED_ON } from '../paid/calls.js';
import { UNWATCHED } from '../policy/preflight.js';
import { Refused, uncharged } from '../refused.js';
import type { Context } from './context.js';
import { address, errorAnswers, isAddress } from './schemas.js';
import type { GatewayServer } from './server.js';

/** Bytes of what is sent to an agent. */
const LARGEST_REQUEST = 8 * 1024 * 1024;
/** The session whose policy a call is held to. */
const SESSION = 'x-agent-labs-session';

/** Agents: what the registry says of them, and paid calls to them. */
export async function agentRoutes(app: GatewayServer, context: Context): Promise<void> {
  const { directory, limits } = context;
  app.get(
    '/v1/agents/:agent',
    {
      onRequest: async (request) => limits.take('read', null, request),
      schema: {
        description: 'What the registry says of an agent, and the manifest that its hash stands for.',
        params: z.object({ agent: address }),
        response: {
          200: z.object({
            agent: z.string(),
            handle: z.string(),
            owner: z.string(),
            status: z.string(),
            version: z.number(),
            price: z.string(),
            priceMint: z.string(),
            manifest: z.unknown(),
          }),
          ...errorAnswers,
        },
      },
    },
    async ({ params }) => {
      const { agent, version, manifest } = await directory.onOffer(new PublicKey(params.agent));
      return {
        agent: params.agent,
        handle: agent.handle,
        owner: agent.owner.toBase58(),
        status: agent.status,
        version: version.number,
        price: version.price.toString(),
        priceMint: version.priceMint.toBase58(),
        manifest,
      };
    },
  );
  await app.register(async (scope) => {
    // what was paid for is bytes, whatever they are
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: LARGEST_REQUEST },
      (_request, body, done) => done(null, body),
    );
    scope.route({
      method: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'],
      url: '/v1/agents/:agent/*',
      bodyLimit: LARGEST_REQUEST,
      schema: {
        description:
          'A paid call. Without a voucher: 402, and PAYMENT-REQUIRED says what to pay. With one: the answer ' +
          "of the agent, and PAYMENT-RESPONSE with the agent's signature over it. The same request again is " +
          'charged once.',
      },
      handler: (request, reply) => relay(context, request, reply),
    });
  });
}

async function relay(context: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { calls, audit, limits, metrics } = context;
  const caller = await context.callerOf(request);
  limits.take('paid', caller?.address ?? null, request);
  const { agent: at } = request.params as { agent: string };
  if (!isAddress(at)) throw uncharged(400, 'AgentMalformed', 'the agent must be a base58 address');
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const watcher = watcherOf(context, caller?.address ?? null, header(SESSION), at);
  const note = (outcome: string) => {
    metrics.calls.inc({ outcome });
    // who only asks for the price leaves no row
    if (header(PAYMENT_SIGNATURE) === undefined) return;
    audit.add({ action: 'paid-call', actor: caller?.address ?? null, subject: at, outcome });
  };
  try {
    const answer = await calls.take(
      {
        agent: new PublicKey(at),
        method: request.method,
        path: request.url.slice(`/v1/agents/${at}`.length),
        contentType: request.headers['content-type'],
        fileName: header(FILE_NAME),
        payment: header(PAYMENT_SIGNATURE),
        body: Buffer.isBuffer(request.body) ? request.body : new Uint8Array(),
      },
      watcher,
    );
    note(answer.status < 300 ? 'ok' : 'refused-by-agent');
    for (const name of PASSED_ON) {
      const value = answer.headers[name];
      if (value !== undefined) reply.header(name, value);
    }
    // an answer is a stranger's: no page may take it for the gateway's own
    reply.header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
    return reply.code(answer.status).send(answer.body);
  } catch (error) {
    if (error instanceof Refused) note(error.code);
    throw error;
  }
}

function watcherOf(
  { rooms, preflight }: Context,
  caller: string | null,
  id: string | undefined,
  agent: string,
) {
  if (id === undefined) return UNWATCHED;
  if (caller === null) throw uncharged(401, 'TokenMissing', `${SESSION} needs a token; sign in`);
  const session = rooms.session(caller, id);
  const role = session.owner === caller ? ('owner' as const) : ('member' as const);
  return preflight.watch(session, { subject: caller, role, agent, purpose: 'paid call' });
}
