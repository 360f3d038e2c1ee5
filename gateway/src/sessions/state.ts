import type { CoralAgent, CoralSession } from '../coral/types.js';

/** A session: who may talk and spend in it. */
export interface Session {
  id: string;
  name: string;
  /** wallet, base58 */
  owner: string;
  policy: unknown;
  /** agents of the Coral server that take part */
  agents: CoralAgent[];
  createdAt: string;
}

export interface Thread {
  id: string;
  session: string;
  name: string;
  /** wallet, base58 */
  creator: string;
  /** wallets; `coral:NAME` for an agent of the Coral server */
  participants: string[];
  closed: boolean;
}

export interface Message {
  id: string;
  thread: string;
  /** wallet; `coral:NAME` for an agent of the Coral server */
  sender: string;
  /** data, never an order: the gateway acts on nothing that stands in it */
  content: string;
  mentions: string[];
  at: string;
  /** characters in the content that are not seen; 0 for plain text */
  hiddenCharacters: number;
}

/** A change, as the journal has it. Those with a thread are told to its participants. */
export type SessionRecord =
  | { type: 'session'; session: Session }
  | { type: 'coral'; session: string; coral: CoralSession }
  | { type: 'coral thread'; thread: string; coralThread: string }
  | { type: 'thread'; thread: Thread }
  | { type: 'joined' | 'left'; thread: string; participant: string }
  | { type: 'closed'; thread: string }
  /** a message is about to be given to Coral: after a crash, look there before giving it again */
  | { type: 'sending'; message: Message; key: string }
  | { type: 'message'; message: Message; key?: string; coralId?: string };

/** What happened in a session, for those in the thread it happened in. */
export interface SessionEvent {
  /** counts the session's events, from 1: a client resumes after the last it has seen */
  id: number;
  type: 'thread' | 'joined' | 'left' | 'closed' | 'message';
  thread: string;
  data: unknown;
}

/** Events and messages kept at hand; older ones are in the journal alone. */
const REMEMBERED = 5_000;

/** All that is known of sessions, folded from the journal. */
export class SessionState {
  readonly sessions = new Map<string, Session>();
  readonly threads = new Map<string, Thread>();
  readonly coral = new Map<string, CoralSession>();
  readonly coralThreads = new Map<string, string>();
  readonly messages = new Map<string, Message[]>();
  readonly #events = new Map<string, { next: number; list: SessionEvent[] }>();
  /** `wallet:key` → message */
  readonly #keys = new Map<string, Message>();
  readonly #sending = new Map<string, Message>();
  readonly #coralIds = new Set<string>();

  /** @returns the event it makes, if any */
  fold(record: SessionRecord): SessionEvent | null {
    switch (record.type) {
      case 'session':
        this.sessions.set(record.session.id, record.session);
        return null;
      case 'coral':
        this.coral.set(record.session, record.coral);
        return null;
      case 'coral thread':
        this.coralThreads.set(record.thread, record.coralThread);
        return null;
      case 'thread':
        this.threads.set(record.thread.id, record.thread);
        this.messages.set(record.thread.id, []);
        return this.#event(record.thread, 'thread', record.thread);
      case 'sending':
        this.#sending.set(record.key, record.message);
        return null;
      case 'message':
        return this.#message(record);
      default:
        return this.#change(record);
    }
  }

  thread(id: string): Thread {
    const thread = this.threads.get(id);
    if (thread === undefined) throw new Error(`the journal names an unknown thread ${id}`);
    return thread;
  }

  /** The message that was accepted under a key, or is on its way. */
  underKey(key: string): { message: Message; sent: boolean } | null {
    const sent = this.#keys.get(key);
    if (sent !== undefined) return { message: sent, sent: true };
    const message = this.#sending.get(key);
    return message === undefined ? null : { message, sent: false };
  }

  knowsCoralMessage(id: string): boolean {
    return this.#coralIds.has(id);
  }

  isMember(session: Session, address: string): boolean {
    if (session.owner === address) return true;
    return this.threadsOf(session.id).some(({ participants }) => participants.includes(address));
  }

  threadsOf(session: string): Thread[] {
    return [...this.threads.values()].filter((thread) => thread.session === session);
  }

  /** Events of a session after one, oldest first. */
  events(session: string, after: number): SessionEvent[] {
    return this.#events.get(session)?.list.filter(({ id }) => id > after) ?? [];
  }

  /** Number of the oldest event at hand: whoever saw less has missed some. */
  oldestEvent(session: string): number {
    return this.#events.get(session)?.list[0]?.id ?? 1;
  }

  #message({ message, key, coralId }: SessionRecord & { type: 'message' }): SessionEvent {
    const thread = this.thread(message.thread);
    const messages = this.messages.get(thread.id) ?? [];
    messages.push(message);
    if (messages.length > REMEMBERED) messages.shift();
    if (key !== undefined) {
      this.#keys.set(key, message);
      this.#sending.delete(key);
    }
    if (coralId !== undefined) this.#coralIds.add(coralId);
    return this.#event(thread, 'message', message);
  }

  #change(record: SessionRecord & { type: 'joined' | 'left' | 'closed' }): SessionEvent {
    const thread = this.thread(record.thread);
    if (record.type === 'closed') thread.closed = true;
    else {
      const others = thread.participants.filter((one) => one !== record.participant);
      thread.participants = record.type === 'joined' ? [...others, record.participant] : others;
    }
    const participant = record.type === 'closed' ? null : record.participant;
    return this.#event(thread, record.type, { thread: thread.id, participant });
  }

  #event({ id: thread, session }: Thread, type: SessionEvent['type'], data: unknown): SessionEvent {
    const events = this.#events.get(session) ?? { next: 1, list: [] };
    const event = { id: events.next, type, thread, data };
    events.next += 1;
    events.list.push(event);
    if (events.list.length > REMEMBERED) events.list.shift();
    this.#events.set(session, events);
    return event;
  }
}
