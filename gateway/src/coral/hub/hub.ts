import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Journal } from '@agent-labs/sdk';
import { type CoralMessage, PUPPET } from '../types.js';
import { type HubAgent, type HubRecord, type HubSession, HubState } from './state.js';

const KIND = 'agent-labs-coral-hub-1';
/** Answers to mentions, as a Coral server's debug agent of that name does. */
const ECHO = 'echo';

/** Agents that the hub's registry has. Others need a real Coral server. */
export const HUB_AGENTS = [PUPPET.name, ECHO];

type Listener = (event: Record<string, unknown>) => void;

/** The embedded hub: what of a Coral server the relay needs, kept on disk. */
export class Hub {
  readonly #state: HubState;
  readonly #journal: Journal;
  readonly #listeners = new Map<string, Set<Listener>>();
  /** one change at a time: each is judged against what the one before left */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(state: HubState, journal: Journal) {
    this.#state = state;
    this.#journal = journal;
  }

  static async open(directory: string): Promise<Hub> {
    const state = new HubState();
    const journal = await Journal.open(join(directory, 'hub.journal'), KIND, (record) =>
      state.fold(record as unknown as HubRecord),
    );
    return new Hub(state, journal);
  }

  get namespaces(): string[] {
    return this.#state.namespaces();
  }

  session(namespace: string, sessionId: string): HubSession {
    return this.#state.session(namespace, sessionId);
  }

  async createSession(namespace: string, agents: HubAgent[]): Promise<HubSession> {
    const sessionId = randomUUID();
    await this.#apply(() => ({ type: 'session', namespace, sessionId, agents }));
    return this.session(namespace, sessionId);
  }

  async execute(session: HubSession): Promise<void> {
    await this.#apply(() => ({ type: 'executed', sessionId: session.sessionId }));
    this.#tell(session, { type: 'runtime_started' });
  }

  async createThread(session: HubSession, creator: string, name: string, participants: string[]) {
    const record = await this.#apply(() => this.#state.planThread(session, creator, name, participants));
    const thread = session.threads.get(record.type === 'thread' ? record.thread.id : '');
    this.#tell(session, { type: 'thread_created', thread });
    return thread;
  }

  async send(
    session: HubSession,
    sender: string,
    threadId: string,
    text: string,
    mentions: string[],
  ): Promise<CoralMessage> {
    const { message } = await this.#apply(() =>
      this.#state.planMessage(session, sender, threadId, text, mentions),
    );
    this.#tell(session, { type: 'thread_message_sent', message });
    const echo = session.agents.find(({ id, name }) => id === ECHO && mentions.includes(name));
    if (echo !== undefined) await this.send(session, echo.name, threadId, text, []);
    return message;
  }

  async setParticipant(session: HubSession, threadId: string, name: string, joined: boolean): Promise<void> {
    await this.#apply(() => this.#state.planParticipant(session, threadId, name, joined));
    const type = joined ? 'thread_participant_added' : 'thread_participant_removed';
    this.#tell(session, { type, threadId, name });
  }

  async closeThread(session: HubSession, threadId: string, summary: string): Promise<void> {
    await this.#apply(() => this.#state.planClose(session, threadId, summary));
    this.#tell(session, { type: 'thread_closed', threadId, summary });
  }

  /** @returns stops listening */
  listen({ sessionId }: HubSession, listener: Listener): () => void {
    const listeners = this.#listeners.get(sessionId) ?? new Set();
    this.#listeners.set(sessionId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
    };
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#journal.close();
  }

  /** On disk first, then true. */
  #apply<R extends HubRecord>(plan: () => R): Promise<R> {
    const done = this.#turn.then(async () => {
      const record = plan();
      await this.#journal.append(record as unknown as Record<string, unknown>);
      this.#state.fold(record);
      return record;
    });
    this.#turn = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  #tell({ sessionId }: HubSession, event: Record<string, unknown>): void {
    const stamped = { timestamp: new Date().toISOString(), ...event };
    for (const listener of this.#listeners.get(sessionId) ?? []) listener(stamped);
  }
}
