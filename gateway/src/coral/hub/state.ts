import { randomUUID } from 'node:crypto';
import type { CoralMessage, CoralThread } from '../types.js';

/** A change of the hub's state, as its journal has it. */
export type HubRecord =
  | { type: 'session'; namespace: string; sessionId: string; agents: HubAgent[] }
  | { type: 'executed'; sessionId: string }
  | { type: 'thread'; sessionId: string; thread: Omit<CoralThread, 'messages'> }
  | { type: 'participant'; sessionId: string; threadId: string; name: string; joined: boolean }
  | { type: 'message'; sessionId: string; message: CoralMessage }
  | { type: 'closed'; sessionId: string; threadId: string; summary: string };

export interface HubAgent {
  /** in the registry */
  id: string;
  /** in the session */
  name: string;
}

export interface HubSession {
  namespace: string;
  sessionId: string;
  agents: HubAgent[];
  executed: boolean;
  threads: Map<string, CoralThread>;
}

/** A call that the hub refuses. */
export class HubRefused extends Error {
  override readonly name = 'HubRefused';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Sessions, threads and messages, folded from records. `plan…` methods judge a call and give its record. */
export class HubState {
  readonly #sessions = new Map<string, HubSession>();

  fold(record: HubRecord): void {
    if (record.type === 'session') {
      const { namespace, sessionId, agents } = record;
      this.#sessions.set(sessionId, { namespace, sessionId, agents, executed: false, threads: new Map() });
      return;
    }
    const session = this.#sessions.get(record.sessionId);
    if (session === undefined) throw new Error(`the hub's journal names an unknown session`);
    if (record.type === 'executed') session.executed = true;
    else if (record.type === 'thread') {
      session.threads.set(record.thread.id, { ...record.thread, messages: [] });
    } else {
      const id = record.type === 'message' ? record.message.threadId : record.threadId;
      const thread = session.threads.get(id);
      if (thread === undefined) throw new Error(`the hub's journal names an unknown thread`);
      if (record.type === 'message') thread.messages.push(record.message);
      else if (record.type === 'closed') thread.state = { state: 'closed' };
      else if (record.joined) thread.participants.push(record.name);
      else thread.participants = thread.participants.filter((name) => name !== record.name);
    }
  }

  namespaces(): string[] {
    return [...new Set([...this.#sessions.values()].map(({ namespace }) => namespace))];
  }

  /** @throws HubRefused 404 */
  session(namespace: string, sessionId: string): HubSession {
    const session = this.#sessions.get(sessionId);
    if (session?.namespace !== namespace) throw new HubRefused(404, `there is no session ${sessionId}`);
    return session;
  }

  planThread(session: HubSession, creator: string, name: string, participants: string[]): HubRecord {
    requireAgents(session, [creator, ...participants]);
    const thread = {
      id: randomUUID(),
      name,
      creatorName: creator,
      participants: [...new Set([creator, ...participants])],
      state: { state: 'open' as const },
    };
    return { type: 'thread', sessionId: session.sessionId, thread };
  }

  planMessage(
    session: HubSession,
    sender: string,
    threadId: string,
    text: string,
    mentionNames: string[],
  ): HubRecord & { type: 'message' } {
    const thread = threadOf(session, threadId);
    if (thread.state.state === 'closed') throw new HubRefused(400, 'the thread is closed');
    if (mentionNames.includes(sender)) throw new HubRefused(400, 'nobody mentions themselves');
    const stranger = mentionNames.find((name) => !thread.participants.includes(name));
    if (stranger !== undefined) throw new HubRefused(404, `${stranger} is not in the thread`);
    const timestamp = new Date().toISOString();
    const message = { id: randomUUID(), threadId, text, senderName: sender, mentionNames, timestamp };
    return { type: 'message', sessionId: session.sessionId, message };
  }

  planParticipant(session: HubSession, threadId: string, name: string, joined: boolean): HubRecord {
    const thread = threadOf(session, threadId);
    requireAgents(session, [name]);
    if (thread.participants.includes(name) === joined) {
      throw new HubRefused(400, `${name} is ${joined ? 'in the thread already' : 'not in the thread'}`);
    }
    return { type: 'participant', sessionId: session.sessionId, threadId, name, joined };
  }

  planClose(session: HubSession, threadId: string, summary: string): HubRecord {
    const thread = threadOf(session, threadId);
    if (thread.state.state === 'closed') throw new HubRefused(400, 'the thread is closed already');
    return { type: 'closed', sessionId: session.sessionId, threadId, summary };
  }
}

function threadOf(session: HubSession, threadId: string): CoralThread {
  const thread = session.threads.get(threadId);
  if (thread === undefined) throw new HubRefused(404, `there is no thread ${threadId}`);
  return thread;
}

function requireAgents({ agents }: HubSession, names: string[]): void {
  const stranger = names.find((name) => !agents.some((agent) => agent.name === name));
  if (stranger !== undefined) throw new HubRefused(404, `there is no agent ${stranger} in the session`);
}
