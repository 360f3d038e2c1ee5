import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { Journal } from '@agent-labs/sdk';
import type { CoralClient } from '../coral/client.js';
import type { CoralAgent } from '../coral/types.js';
import type { SessionPolicy } from '../policy/policy.js';
import { unknownSession } from '../policy/preflight.js';
import { Refused } from '../refused.js';
import { CoralRelay } from './relay.js';
import {
  type Message,
  type Session,
  type SessionEvent,
  type SessionRecord,
  SessionState,
  type Thread,
} from './state.js';
import { hiddenCharacters, requireName } from './text.js';

const KIND = 'agent-labs-gateway-sessions-1';
const MOST_SESSIONS = 100;
const MOST_THREADS = 200;
const MOST_PARTICIPANTS = 64;

export interface NewSession {
  name: string;
  policy: SessionPolicy;
  agents: CoralAgent[];
}

export interface NewMessage {
  content: string;
  mentions: string[];
  /** the same one from the same wallet is the same message, sent once */
  key: string | undefined;
}

/**
 * Sessions, their threads and who is in them. Who is not in a session or thread is told that there is none.
 * Everything is in the journal before it is answered.
 */
export class Rooms {
  readonly state = new SessionState();
  /** session → its events, as they happen */
  readonly events = new EventEmitter<Record<string, [event: SessionEvent]>>();
  readonly #relay: CoralRelay;
  /** messages under way by their keys: two at once are one */
  readonly #sends = new Map<string, Promise<Message>>();
  #journal: Journal | null = null;

  private constructor(coral: CoralClient, onFault: (error: unknown) => void) {
    this.events.setMaxListeners(0);
    this.#relay = new CoralRelay(coral, this.state, (record) => this.#write(record), onFault);
  }

  static async open(
    directory: string,
    coral: CoralClient,
    onFault: (error: unknown) => void,
  ): Promise<Rooms> {
    const rooms = new Rooms(coral, onFault);
    rooms.#journal = await Journal.open(join(directory, 'sessions.journal'), KIND, (record) => {
      rooms.state.fold(record as unknown as SessionRecord);
    });
    return rooms;
  }

  async createSession(owner: string, { name, policy, agents }: NewSession): Promise<Session> {
    requireName(name);
    const own = [...this.state.sessions.values()].filter((session) => session.owner === owner);
    if (own.length >= MOST_SESSIONS) {
      throw new Refused(409, 'TooManySessions', `a wallet has at most ${MOST_SESSIONS} sessions`);
    }
    const createdAt = new Date().toISOString();
    const session: Session = { id: randomUUID(), name, owner, policy, agents, createdAt };
    await this.#write({ type: 'session', session });
    return session;
  }

  sessionsOf(address: string): Session[] {
    return [...this.state.sessions.values()].filter((session) => this.state.isMember(session, address));
  }

  /** @throws Refused `SessionUnknown`, to strangers too */
  session(address: string, id: string): Session {
    const session = this.state.sessions.get(id);
    if (session === undefined || !this.state.isMember(session, address)) throw unknownSession();
    return session;
  }

  threadsOf(address: string, session: Session): Thread[] {
    return this.state.threadsOf(session.id).filter(({ participants }) => participants.includes(address));
  }

  /** @throws Refused `ThreadUnknown`, to those who are not in it too */
  thread(address: string, session: Session, id: string): Thread {
    const thread = this.state.threads.get(id);
    if (thread?.session === session.id && thread.participants.includes(address)) return thread;
    throw new Refused(404, 'ThreadUnknown', 'you are in no thread of that id');
  }

  async createThread(
    address: string,
    session: Session,
    name: string,
    participants: string[],
  ): Promise<Thread> {
    requireName(name);
    const all = [...new Set([address, ...participants])];
    for (const participant of all) requireParticipant(session, participant);
    if (all.length > MOST_PARTICIPANTS || this.state.threadsOf(session.id).length >= MOST_THREADS) {
      const message = `a session has at most ${MOST_THREADS} threads of ${MOST_PARTICIPANTS} participants`;
      throw new Refused(409, 'TooManyThreads', message);
    }
    await this.#relay.open(session);
    const thread: Thread = {
      id: randomUUID(),
      session: session.id,
      name,
      creator: address,
      participants: all,
      closed: false,
    };
    await this.#write({ type: 'thread', thread });
    return thread;
  }

  async addParticipant(session: Session, thread: Thread, participant: string): Promise<Thread> {
    requireOpen(thread);
    requireParticipant(session, participant);
    if (thread.participants.includes(participant)) return thread;
    if (thread.participants.length >= MOST_PARTICIPANTS) {
      throw new Refused(409, 'TooManyParticipants', `a thread has at most ${MOST_PARTICIPANTS}`);
    }
    await this.#relay.setParticipant(session, thread, participant, true);
    await this.#write({ type: 'joined', thread: thread.id, participant });
    return thread;
  }

  /** Everybody may leave; the thread's creator and the session's owner may send others away. */
  async removeParticipant(
    address: string,
    session: Session,
    thread: Thread,
    participant: string,
  ): Promise<Thread> {
    if (participant !== address) this.#requireHost(address, session, thread);
    if (!thread.participants.includes(participant)) {
      throw new Refused(404, 'ParticipantUnknown', `${participant} is not in the thread`);
    }
    await this.#relay.setParticipant(session, thread, participant, false);
    await this.#write({ type: 'left', thread: thread.id, participant });
    return thread;
  }

  async closeThread(address: string, session: Session, thread: Thread): Promise<Thread> {
    this.#requireHost(address, session, thread);
    if (thread.closed) return thread;
    await this.#relay.closeThread(session, thread);
    await this.#write({ type: 'closed', thread: thread.id });
    return thread;
  }

  /** @throws Refused; nothing was said then, but for `CoralUnavailable`: send the same again under its key */
  async send(address: string, session: Session, thread: Thread, message: NewMessage): Promise<Message> {
    if (message.key === undefined) return this.#send(address, session, thread, message, undefined);
    const key = `${address}:${message.key}`;
    const before = this.#sends.get(key) ?? Promise.resolve();
    // in line behind the same key, whatever became of that
    const next = before.then(
      () => this.#send(address, session, thread, message, key),
      () => this.#send(address, session, thread, message, key),
    );
    this.#sends.set(key, next);
    try {
      return await next;
    } finally {
      if (this.#sends.get(key) === next) this.#sends.delete(key);
    }
  }

  async #send(
    address: string,
    session: Session,
    thread: Thread,
    { content, mentions }: NewMessage,
    key: string | undefined,
  ): Promise<Message> {
    const known = key === undefined ? null : this.state.underKey(key);
    if (known !== null) requireSame(known.message, thread, content, mentions);
    if (known?.sent) return known.message;
    requireOpen(thread);
    const stranger = mentions.find((mention) => !thread.participants.includes(mention));
    if (stranger !== undefined) {
      throw new Refused(400, 'MentionUnknown', `${stranger} is not in the thread`);
    }
    const message = known?.message ?? {
      id: randomUUID(),
      thread: thread.id,
      sender: address,
      content,
      mentions,
      at: new Date().toISOString(),
      hiddenCharacters: hiddenCharacters(content),
    };
    if (known === null && key !== undefined) await this.#write({ type: 'sending', message, key });
    await this.#relay.send(session, thread, message, known !== null);
    await this.#write({ type: 'message', message, ...(key !== undefined && { key }) });
    return message;
  }

  messages(thread: Thread, after: string | undefined, limit: number): Message[] {
    const all = this.state.messages.get(thread.id) ?? [];
    const from = after === undefined ? 0 : all.findIndex(({ id }) => id === after) + 1;
    return all.slice(from, from + limit);
  }

  isUp(): Promise<boolean> {
    return this.#relay.isUp();
  }

  /** Ends what waits for the Coral server, so that requests that are under way get an answer. */
  hangUp(): Promise<void> {
    return this.#relay.close();
  }

  async close(): Promise<void> {
    await this.#relay.close();
    await this.#journal?.close();
  }

  #requireHost(address: string, session: Session, thread: Thread): void {
    if (address === thread.creator || address === session.owner) return;
    throw new Refused(403, 'NotYourThread', 'only its creator and the owner of the session may do that');
  }

  async #write(record: SessionRecord): Promise<void> {
    await this.#journal?.append(record as unknown as Record<string, unknown>);
    const event = this.state.fold(record);
    if (event !== null) this.events.emit(this.state.thread(event.thread).session, event);
  }
}

function requireOpen({ closed }: Thread): void {
  if (closed) throw new Refused(409, 'ThreadClosed', 'the thread is closed; open another one');
}

const WALLET = /^[1-9A-HJ-NP-Za-km-z]{32,44}$/;

function requireParticipant({ agents }: Session, participant: string): void {
  const agent = participant.startsWith('coral:') ? participant.slice('coral:'.length) : null;
  if (agent === null ? WALLET.test(participant) : agents.some(({ name }) => name === agent)) return;
  const message = 'a participant is a wallet in base58, or coral:NAME of an agent of the session';
  throw new Refused(400, 'ParticipantMalformed', message);
}

/** @throws Refused where a key that was used comes with another message */
function requireSame(known: Message, thread: Thread, content: string, mentions: string[]): void {
  const same =
    known.thread === thread.id &&
    known.content === content &&
    JSON.stringify(known.mentions) === JSON.stringify(mentions);
  if (same) return;
  const message = 'this Idempotency-Key was used for another message; take a new one';
  throw new Refused(409, 'IdempotencyKeyReused', message);
}
