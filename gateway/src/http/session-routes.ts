import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../auth/tokens.js';
import { sessionPolicy } from '../policy/policy.js';
import type { Message, Session, Thread } from '../sessions/state.js';
import type { Context } from './context.js';
import type { RouteClass } from './limits.js';
import { address, errorAnswers } from './schemas.js';
import type { GatewayServer } from './server.js';

const name = z.string().trim().min(1).max(100);
const participant = z.string().min(1).max(100).meta({ description: 'a wallet, or coral:NAME' });
const id = z.string().min(1).max(64);
const sessionParams = z.object({ session: id });
const threadParams = z.object({ session: id, thread: id });
const agents = z.array(
  z.strictObject({ name: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/), version: z.string() }),
);

const sessionBody = z.object({
  id: z.string(),
  name: z.string(),
  owner: z.string(),
  policy: sessionPolicy,
  agents,
  createdAt: z.string(),
  /** base units of the maximum that are spent or set aside */
  used: z.string(),
});
const threadBody = z.object({
  id: z.string(),
  session: z.string(),
  name: z.string(),
  creator: z.string(),
  participants: z.array(z.string()),
  closed: z.boolean(),
});
const messageBody = z.object({
  id: z.string(),
  thread: z.string(),
  sender: z.string(),
  content: z.string(),
  mentions: z.array(z.string()),
  at: z.string(),
  hiddenCharacters: z.number(),
});

/** Sessions, threads and messages. */
export function sessionRoutes(app: GatewayServer, context: Context): void {
  const { rooms, limits, audit, preflight, requireCaller } = context;
  const callers = new WeakMap<FastifyRequest, Caller>();
  const signedIn = (kind: RouteClass) => async (request: FastifyRequest) => {
    const caller = await requireCaller(request);
    limits.take(kind, caller.address, request);
    callers.set(request, caller);
  };
  const who = (request: FastifyRequest): string => {
    const caller = callers.get(request);
    if (caller === undefined) throw new Error('unreachable: the hook let nobody else in');
    return caller.address;
  };
  const sessionOut = (session: Session) => ({
    ...session,
    policy: sessionPolicy.parse(session.policy),
    used: preflight.budgets.used(session.id).toString(),
  });
  const inThread = (request: FastifyRequest, at: z.infer<typeof threadParams>) => {
    const session = rooms.session(who(request), at.session);
    return { session, thread: rooms.thread(who(request), session, at.thread) };
  };
  const note = (action: string, actor: string, subject: string) =>
    audit.add({ action, actor, subject, outcome: 'ok' });
  const security = [{ token: [] }];

  app.post(
    '/v1/sessions',
    {
      onRequest: signedIn('write'),
      schema: {
        description: 'A session: a group of threads with one spending policy.',
        security,
        body: z.strictObject({
          name,
          policy: sessionPolicy.optional(),
          agents: agents.max(16).optional(),
        }),
        response: { 201: sessionBody, ...errorAnswers },
      },
    },
    async (request, reply) => {
      const { policy = { maximum: '0' }, agents = [], name } = request.body;
      const session = await rooms.createSession(who(request), { name, policy, agents });
      note('session-created', session.owner, session.id);
      return reply.code(201).send(sessionOut(session));
    },
  );
  app.get(
    '/v1/sessions',
    {
      onRequest: signedIn('read'),
      schema: {
        description: 'Sessions that the wallet is in.',
        security,
        response: { 200: z.object({ sessions: z.array(sessionBody) }), ...errorAnswers },
      },
    },
    async (request) => ({ sessions: rooms.sessionsOf(who(request)).map(sessionOut) }),
  );
  app.get(
    '/v1/sessions/:session',
    {
      onRequest: signedIn('read'),
      schema: { security, params: sessionParams, response: { 200: sessionBody, ...errorAnswers } },
    },
    async (request) => sessionOut(rooms.session(who(request), request.params.session)),
  );
  app.post(
    '/v1/sessions/:session/threads',
    {
      onRequest: signedIn('write'),
      schema: {
        description: 'A thread; whoever makes it is in it.',
        security,
        params: sessionParams,
        body: z.strictObject({ name, participants: z.array(participant).max(64).optional() }),
        response: { 201: threadBody, ...errorAnswers },
      },
    },
    async (request, reply) => {
      const session = rooms.session(who(request), request.params.session);
      const { name, participants = [] } = request.body;
      const thread = await rooms.createThread(who(request), session, name, participants);
      note('thread-created', who(request), thread.id);
      return reply.code(201).send(thread);
    },
  );
  app.get(
    '/v1/sessions/:session/threads',
    {
      onRequest: signedIn('read'),
      schema: {
        description: 'Threads that the wallet is in.',
        security,
        params: sessionParams,
        response: { 200: z.object({ threads: z.array(threadBody) }), ...errorAnswers },
      },
    },
    async (request) => {
      const session = rooms.session(who(request), request.params.session);
      return { threads: rooms.threadsOf(who(request), session) };
    },
  );
  app.post(
    '/v1/sessions/:session/threads/:thread/participants',
    {
      onRequest: signedIn('write'),
      schema: {
        security,
        params: threadParams,
        body: z.strictObject({ participant }),
        response: { 200: threadBody, ...errorAnswers },
      },
    },
    async (request): Promise<Thread> => {
      const { session, thread } = inThread(request, request.params);
      const changed = await rooms.addParticipant(session, thread, request.body.participant);
      note('participant-added', who(request), thread.id);
      return changed;
    },
  );
  app.delete(
    '/v1/sessions/:session/threads/:thread/participants/:participant',
    {
      onRequest: signedIn('write'),
      schema: {
        security,
        params: threadParams.extend({ participant }),
        response: { 200: threadBody, ...errorAnswers },
      },
    },
    async (request): Promise<Thread> => {
      const { session, thread } = inThread(request, request.params);
      const { participant } = request.params;
      const changed = await rooms.removeParticipant(who(request), session, thread, participant);
      note('participant-removed', who(request), thread.id);
      return changed;
    },
  );
  app.post(
    '/v1/sessions/:session/threads/:thread/messages',
    {
      onRequest: signedIn('write'),
      schema: {
        description: 'Says something. With an Idempotency-Key it is said once, however often it is sent.',
        security,
        params: threadParams,
        headers: z.object({ 'idempotency-key': z.string().min(8).max(128).optional() }),
        body: z.strictObject({
          content: z.string().min(1).max(16_384),
          mentions: z.array(participant).max(16).optional(),
        }),
        response: { 201: messageBody, ...errorAnswers },
      },
    },
    async (request, reply): Promise<Message> => {
      const { session, thread } = inThread(request, request.params);
      const { content, mentions = [] } = request.body;
      const key = request.headers['idempotency-key'];
      const message = await rooms.send(who(request), session, thread, { content, mentions, key });
      note('message-sent', who(request), thread.id);
      return reply.code(201).send(message);
    },
  );
  app.get(
    '/v1/sessions/:session/threads/:thread/messages',
    {
      onRequest: signedIn('read'),
      schema: {
        description: 'Messages after one, oldest first.',
        security,
        params: threadParams,
        querystring: z.strictObject({
          after: z.string().max(64).optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: { 200: z.object({ messages: z.array(messageBody) }), ...errorAnswers },
      },
    },
    async (request) => {
      const { thread } = inThread(request, request.params);
      return { messages: rooms.messages(thread, request.query.after, request.query.limit) };
    },
  );
  app.post(
    '/v1/sessions/:session/threads/:thread/close',
    {
      onRequest: signedIn('write'),
      schema: { security, params: threadParams, response: { 200: threadBody, ...errorAnswers } },
    },
    async (request): Promise<Thread> => {
      const { session, thread } = inThread(request, request.params);
      const closed = await rooms.closeThread(who(request), session, thread);
      note('thread-closed', who(request), thread.id);
      return closed;
    },
  );
  app.post(
    '/v1/preflight',
    {
      onRequest: signedIn('read'),
      schema: {
        description: 'Whether the session would allow a payment now, and all reasons against it.',
        security,
        body: z.strictObject({
          session: id,
          agent: address,
          amount: z.string().regex(/^[1-9]\d{0,19}$/),
          purpose: z.string().max(500).optional(),
        }),
        response: {
          200: z.object({
            allowed: z.boolean(),
            refusals: z.array(z.object({ code: z.string(), message: z.string() })),
          }),
          ...errorAnswers,
        },
      },
    },
    async (request) => {
      const { session: at, agent, amount, purpose = '' } = request.body;
      const session = rooms.session(who(request), at);
      const role = session.owner === who(request) ? ('owner' as const) : ('member' as const);
      const asked = { subject: who(request), role, agent, amount: BigInt(amount), purpose };
      const refusals = await preflight.refusals(session, asked);
      return { allowed: refusals.length === 0, refusals };
    },
  );
  app.get(
    '/v1/audit',
    {
      onRequest: signedIn('read'),
      schema: {
        description: 'Rows of the audit log about what the wallet did itself, oldest first.',
        security,
        querystring: z.strictObject({
          after: z.coerce.number().int().min(0).default(0),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: {
          200: z.object({
            rows: z.array(
              z.object({
                n: z.number(),
                at: z.string(),
                action: z.string(),
                actor: z.string().nullable(),
                subject: z.string(),
                outcome: z.string(),
                amount: z.string().optional(),
                previous: z.string(),
                hash: z.string(),
              }),
            ),
          }),
          ...errorAnswers,
        },
      },
    },
    async (request) => ({ rows: audit.of(who(request), request.query.after, request.query.limit) }),
  );
}
