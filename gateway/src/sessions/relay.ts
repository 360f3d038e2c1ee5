import type { CoralClient } from '../coral/client.js';
import { CoralRefused, CoralUnavailable } from '../coral/client.js';
import type { CoralEvents } from '../coral/events.js';
import { type CoralMessage, type CoralSession, coralMessageSent, RELAY } from '../coral/types.js';
import { Refused } from '../refused.js';
import type { Message, Session, SessionRecord, SessionState, Thread } from './state.js';
import { hiddenCharacters } from './text.js';

const NAMESPACE = 'agent-labs';
/** Milliseconds that a Coral session lives without an end: it is made anew when it is gone. */
const SESSION_TTL = 7 * 86_400_000;
const CORAL = 'coral:';
/** Milliseconds after a socket opened at which what it missed is read: a young one misses some events. */
const CATCH_UP_AFTER = [0, 500, 2_000];
/** Milliseconds that a session's socket may take to open, and for which one that did not counts as down. */
const OPEN_TIME = 5_000;
const DOWN_FOR = 30_000;

/** How the relay writes what a wallet says into a Coral thread: agents read who speaks, the relay what is its own. */
interface Envelope {
  id: string;
  from: string;
  text: string;
}

/**
 * Carries threads to a Coral server and back. The gateway's own journal says what was said; the server is
 * where agents hear it. A server that lost a session gets it anew, with the threads that are open.
 */
export class CoralRelay {
  readonly #client: CoralClient;
  readonly #state: SessionState;
  readonly #write: (record: SessionRecord) => Promise<void>;
  readonly #onFault: (error: unknown) => void;
  readonly #listening = new Map<string, CoralEvents>();
  /** sockets that are waited for: ends the wait */
  readonly #opening = new Map<string, (error: CoralUnavailable) => void>();
  /** sessions that were made on the server and not executed: nobody would hear them */
  readonly #unexecuted = new Set<string>();
  #closed = false;
  /** when a socket last did not open, Unix milliseconds */
  #deafAt = 0;
  /** one thing at a time for each session */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(
    client: CoralClient,
    state: SessionState,
    write: (record: SessionRecord) => Promise<void>,
    onFault: (error: unknown) => void,
  ) {
    this.#client = client;
    this.#state = state;
    this.#write = write;
    this.#onFault = onFault;
  }

  /** Makes sure that a session is on the server and listened to. */
  open(session: Session): Promise<void> {
    return this.#inTurn(session.id, () => this.#open(session));
  }

  /** Gives a message to the server, once: where an earlier try may have, it looks first. */
  send(session: Session, thread: Thread, message: Message, maybeSent: boolean): Promise<void> {
    return this.#inTurn(session.id, async () => {
      await this.#open(session);
      const at = await this.#threadAt(session, thread);
      if (maybeSent && (await this.#isThere(session, at, message.id))) return;
      const { id, sender: from, content: text } = message;
      const mentions = message.mentions
        .filter((mention) => mention.startsWith(CORAL))
        .map((mention) => mention.slice(CORAL.length));
      await this.#client.send(this.#coral(session), at, JSON.stringify({ id, from, text }), mentions);
    });
  }

  /** Agents of the server join and leave there too; wallets are the gateway's own matter. */
  setParticipant(session: Session, thread: Thread, participant: string, joined: boolean): Promise<void> {
    return this.#inTurn(session.id, async () => {
      if (!participant.startsWith(CORAL)) return;
      await this.#open(session);
      const [coral, at] = [this.#coral(session), await this.#threadAt(session, thread)];
      const name = participant.slice(CORAL.length);
      if (joined) await this.#client.addParticipant(coral, at, name);
      else await this.#client.removeParticipant(coral, at, name);
    });
  }

  closeThread(session: Session, thread: Thread): Promise<void> {
    return this.#inTurn(session.id, async () => {
      await this.#open(session);
      const at = await this.#threadAt(session, thread);
      await this.#client.closeThread(this.#coral(session), at, 'closed');
    });
  }

  /** Whether the server answers, and lets itself be listened to. */
  async isUp(): Promise<boolean> {
    return Date.now() - this.#deafAt > DOWN_FOR && (await this.#client.isUp());
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const giveUp of this.#opening.values()) giveUp(new CoralUnavailable('the gateway stops'));
    for (const events of this.#listening.values()) events.close();
    await Promise.all(this.#turns.values());
  }

  async #open(session: Session): Promise<void> {
    if (this.#listening.has(session.id)) return;
    const known = this.#state.coral.get(session.id);
    if (known === undefined || this.#unexecuted.has(session.id) || !(await this.#exists(session))) {
      const coral = await this.#client.createSession(NAMESPACE, session.agents);
      this.#unexecuted.add(session.id);
      await this.#write({ type: 'coral', session: session.id, coral });
      for (const thread of this.#state.threadsOf(session.id)) {
        if (!thread.closed) await this.#makeThread(session, thread);
      }
    }
    const coral = this.#coral(session);
    await this.#listen(session, coral);
    if (!this.#unexecuted.has(session.id)) return;
    try {
      await this.#client.execute(coral, SESSION_TTL);
    } catch (error) {
      // the next thing somebody says makes it anew
      this.#listening.get(session.id)?.close();
      this.#listening.delete(session.id);
      throw error;
    }
    this.#unexecuted.delete(session.id);
  }

  /** Opens a session's socket. @throws CoralUnavailable where it does not open in time, or the gateway stops */
  async #listen(session: Session, coral: CoralSession): Promise<void> {
    if (this.#closed) throw new CoralUnavailable('the gateway stops');
    let late: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const events = this.#client.events(coral, {
          onOpen: () => {
            resolve();
            for (const after of CATCH_UP_AFTER) {
              const timer = setTimeout(() => this.#catchUp(session).catch(this.#onFault), after);
              timer.unref();
            }
          },
          onEvent: (event) => {
            const sent = coralMessageSent.safeParse(event);
            if (sent.success) this.#hear(session, sent.data.message).catch(this.#onFault);
          },
          // gone from the server: the next thing somebody says makes it anew
          onRefused: () => {
            this.#listening.delete(session.id);
            resolve();
          },
        });
        this.#listening.set(session.id, events);
        const giveUp = (error: CoralUnavailable) => {
          events.close();
          this.#listening.delete(session.id);
          reject(error);
        };
        this.#opening.set(session.id, giveUp);
        late = setTimeout(() => {
          this.#deafAt = Date.now();
          giveUp(new CoralUnavailable('the Coral server answers, but opens no socket for events'));
        }, OPEN_TIME);
      });
      this.#deafAt = 0;
    } finally {
      clearTimeout(late);
      this.#opening.delete(session.id);
    }
  }

  async #exists(session: Session): Promise<boolean> {
    try {
      await this.#client.threads(this.#coral(session));
      return true;
    } catch (error) {
      if (error instanceof CoralRefused && error.status === 404) return false;
      throw error;
    }
  }

  #coral({ id }: Session) {
    const coral = this.#state.coral.get(id);
    if (coral === undefined) throw new Error(`session ${id} is not on the Coral server`);
    return coral;
  }

  async #threadAt(session: Session, thread: Thread): Promise<string> {
    return this.#state.coralThreads.get(thread.id) ?? this.#makeThread(session, thread);
  }

  async #makeThread(session: Session, thread: Thread): Promise<string> {
    const participants = thread.participants
      .filter((one) => one.startsWith(CORAL))
      .map((one) => one.slice(CORAL.length));
    const made = await this.#client.createThread(this.#coral(session), thread.name, participants);
    await this.#write({ type: 'coral thread', thread: thread.id, coralThread: made.id });
    return made.id;
  }

  async #isThere(session: Session, coralThread: string, id: string): Promise<boolean> {
    const threads = await this.#client.threads(this.#coral(session));
    const messages = threads.find((thread) => thread.id === coralThread)?.messages ?? [];
    return messages.some(({ senderName, text }) => senderName === RELAY && envelopeIn(text)?.id === id);
  }

  /** What was said while nobody listened. */
  async #catchUp(session: Session): Promise<void> {
    if (this.#closed) return;
    for (const { messages } of await this.#client.threads(this.#coral(session))) {
      for (const message of messages) await this.#hear(session, message);
    }
  }

  #hear(session: Session, message: CoralMessage): Promise<void> {
    return this.#inTurn(session.id, () => this.#take(session, message));
  }

  async #take(session: Session, { id, threadId, text, senderName, mentionNames, timestamp }: CoralMessage) {
    if (senderName === RELAY || this.#state.knowsCoralMessage(id)) return;
    const thread = this.#state
      .threadsOf(session.id)
      .find((one) => this.#state.coralThreads.get(one.id) === threadId);
    if (thread === undefined) return;
    const message: Message = {
      id,
      thread: thread.id,
      sender: `${CORAL}${senderName}`,
      content: text,
      mentions: mentionNames.map((name) => `${CORAL}${name}`),
      at: timestamp,
      hiddenCharacters: hiddenCharacters(text),
    };
    await this.#write({ type: 'message', message, coralId: id });
  }

  async #inTurn<T>(session: string, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(session) ?? Promise.resolve();
    const done = before.then(work);
    const settled = done.then(
      () => undefined,
      () => undefined,
    );
    this.#turns.set(session, settled);
    try {
      return await done;
    } catch (error) {
      throw refusalOf(error);
    } finally {
      if (this.#turns.get(session) === settled) this.#turns.delete(session);
    }
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof CoralUnavailable) {
    const message = `${error.message}. Send the same again, with the same Idempotency-Key`;
    return new Refused(503, 'CoralUnavailable', message, { cause: error, headers: { 'retry-after': '1' } });
  }
  if (!(error instanceof CoralRefused)) return error;
  return new Refused(502, 'CoralRefused', `the Coral server refused: ${error.message}`, { cause: error });
}

function envelopeIn(text: string): Partial<Envelope> | null {
  try {
    return JSON.parse(text) as Partial<Envelope> | null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
