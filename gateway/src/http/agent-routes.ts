import { FILE_NAME, PAYMENT_SIGNATURE } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type AdmittedCall, type CallWatcher, PASSED_ON } from '../paid/calls.js';
import { asksAgain, type CallHead, pathBelowAgent } from '../paid/request.js';
import { UNWATCHED } from '../policy/preflight.js';
import { asUncharged, Refused, uncharged } from '../refused.js';
import { BodyRoom } from './body-room.js';
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
  const admissions = new WeakMap<FastifyRequest, Admission>();
  const room = new BodyRoom();
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
      // before the body is read: nobody gets memory for nothing
      onRequest: async (request, reply) => {
        admissions.set(request, await admit(context, room, request, reply));
      },
      handler: (request, reply) => {
        const admission = admissions.get(request);
        if (admission === undefined) throw new Error('unreachable: the hook let nobody else in');
        return relay(context, admission, request, reply);
      },
    });
  });
}

/** A paid call that may send its body. */
interface Admission {
  call: AdmittedCall;
  watcher: CallWatcher;
  /** wallet, base58 */
  caller: string | null;
  /** gives the room for the body back */
  release: () => void;
}

/** All that can be said without the body. @throws Refused by name, uncharged */
async function admit(
  context: Context,
  room: BodyRoom,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Admission> {
  const { calls, limits } = context;
  const { agent: at } = request.params as { agent: string };
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const path = pathBelowAgent(request.url);
  const again = asksAgain({ method: request.method, path });
  try {
    const caller = (await callerWhere(context, request, again))?.address ?? null;
    limits.take('paid', caller, request);
    const length = lengthOf(request);
    if (length > LARGEST_REQUEST) {
      throw uncharged(413, 'TooLarge', `a request to an agent has at most ${LARGEST_REQUEST} bytes`);
    }
    if (!isAddress(at)) throw uncharged(400, 'AgentMalformed', 'the agent must be a base58 address');
    const watcher = again
      ? context.preflight.watchAnswers()
      : watcherOf(context, caller, header(SESSION), at);
    const head: CallHead = {
      agent: new PublicKey(at),
      method: request.method,
      path,
      contentType: request.headers['content-type'],
      fileName: header(FILE_NAME),
      payment: header(PAYMENT_SIGNATURE),
    };
    const call = await calls.admit(head).catch((error: unknown) => {
      if (error instanceof Refused) note(context, request, caller, error.code, false);
      throw error;
    });
    const release = room.take(call.payment.channel.toBase58(), length);
    // one that breaks off never comes to the handler
    reply.raw.once('close', () => {
      if (request.body === undefined) release();
    });
    return { call, watcher, caller, release };
  } catch (error) {
    throw asUncharged(error);
  }
}

async function relay(
  context: Context,
  { call, watcher, caller, release }: Admission,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  try {
    const body = Buffer.isBuffer(request.body) ? request.body : new Uint8Array();
    const answer = await context.calls.take(call, body, watcher);
    note(context, request, caller, answer.status < 300 ? 'ok' : 'refused-by-agent');
    for (const name of PASSED_ON) {
      const value = answer.headers[name];
      if (value !== undefined) reply.header(name, value);
    }
    // an answer is a stranger's: no page may take it for the gateway's own
    reply.header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
    return reply.code(answer.status).send(answer.body);
  } catch (error) {
    if (error instanceof Refused) note(context, request, caller, error.code);
    throw error;
  } finally {
    release();
  }
}

/** @param proven whether the voucher in it was found to be signed */
function note(
  { metrics, audit }: Context,
  { headers, params }: FastifyRequest,
  caller: string | null,
  outcome: string,
  proven = true,
): void {
  metrics.calls.inc({ outcome });
  // who only asks for the price leaves no row
  if (headers[PAYMENT_SIGNATURE] === undefined) return;
  const { agent: subject } = params as { agent: string };
  const event = { action: 'paid-call', actor: caller, subject, outcome };
  if (proven) audit.add(event);
  else audit.addUnproven(event);
}

/** Bytes of the body as announced; without a length, as many as there may be. */
function lengthOf({ headers }: FastifyRequest): number {
  if (headers['content-length'] !== undefined) return Number(headers['content-length']);
  return headers['transfer-encoding'] === undefined ? 0 : LARGEST_REQUEST;
}

/** An answer belongs to its voucher: whoever has lost the token gets it all the same. */
async function callerWhere(context: Context, request: FastifyRequest, again: boolean) {
  try {
    return await context.callerOf(request);
  } catch (error) {
    if (again && error instanceof Refused) return null;
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
