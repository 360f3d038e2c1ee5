import { sha256 } from '#crypto';
import { type ChannelId, decodeVoucher, tagKey, ZERO_HASH } from '../voucher/format.js';
import {
  AGENT_FOLD,
  type AgentEntry,
  acceptedCall,
  acceptedRecord,
  type BodyPlace,
  expectNextCall,
  expectNotLower,
} from './agent-fold.js';
import { AnswerFiles } from './answer-files.js';
import { ChannelJournal, type StoreOptions } from './channel-journal.js';
import { StoreStateError } from './errors.js';
import type {
  AcceptedCall,
  AgentRecords,
  AgentState,
  CallEvidence,
  SettledWatermark,
  StoredAnswer,
} from './records.js';

/** Bodies up to this many bytes go into the journal itself. */
const LARGEST_INLINE_BODY = 16 * 1024;

/**
 * What an agent must not lose: for each generation of each channel the last voucher, which is its money, the
 * last answer, for retries, and the evidence of every accepted call. One file and a directory of large
 * answers, for one process at a time. Grows by about 0.7 KB a call until a channel is forgotten.
 */
export class AgentStore implements AgentRecords {
  readonly #channels: ChannelJournal<AgentEntry>;
  readonly #files: AnswerFiles;
  readonly #onWarning: (error: Error) => void;

  private constructor(channels: ChannelJournal<AgentEntry>, files: AnswerFiles, options: StoreOptions) {
    this.#channels = channels;
    this.#files = files;
    this.#onWarning = options.onWarning ?? ((error) => process.emitWarning(error));
  }

  /**
   * @param path of the journal; `.lock`, `.lock.beat`, `.new` and the directory `.answers` beside it are used too
   * @throws StoreLocked, JournalCorrupt, JournalFormatUnknown
   */
  static async open(path: string, options: StoreOptions = {}): Promise<AgentStore> {
    const channels = await ChannelJournal.open(path, AGENT_FOLD, options);
    try {
      const files = new AnswerFiles(`${channels.path}.answers`);
      await files.sweep(new Set(channels.all().flatMap(({ state }) => fileNames(state))));
      return new AgentStore(channels, files, options);
    } catch (error) {
      await channels.close();
      throw error;
    }
  }

  /** Every channel generation with an accepted call, not forgotten: what there is to settle. */
  channels(): { id: ChannelId; state: AgentState }[] {
    return this.#channels.all().map(({ id, state }) => ({ id, state: copy(state) }));
  }

  state(id: ChannelId): AgentState {
    return copy(this.#channels.state(id));
  }

  acquire(id: ChannelId): Promise<() => void> {
    return this.#channels.turns.acquire(tagKey(id.tag));
  }

  /** @throws StoreStateError when another call is next; ChannelForgotten, JournalFailed */
  async accepted(
    id: ChannelId,
    call: AcceptedCall,
    answer: { contentType: string; body: Uint8Array },
  ): Promise<void> {
    const state = this.#channels.state(id);
    expectNextCall(state, call);
    const obsolete = fileNames(state);
    const body = await this.#place(id, call.callNumber, answer.body);
    await this.#channels.append(id, (current) => {
      expectNextCall(current, call);
      return acceptedRecord(call, { contentType: answer.contentType, body });
    });
    // the call is taken; a file that stays behind is swept when the store is opened again
    for (const name of obsolete) await this.#files.remove(name).catch(this.#onWarning);
  }

  /** @throws StoreStateError when there is none, StoredAnswerDamaged */
  async lastAnswer(id: ChannelId): Promise<StoredAnswer> {
    const { last, answer } = this.#channels.state(id);
    if (!last || !answer) throw new StoreStateError('no answer is stored for this channel');
    const { body, contentType } = answer;
    const bytes = 'inline' in body ? body.inline.slice() : await this.#files.read(body.file, body.hash);
    return { ...structuredClone(last), contentType, body: bytes };
  }

  /**
   * The answer to a voucher, if it is the last one accepted of its channel generation: whoever shows the very
   * voucher and signature paid for it.
   * @param voucher 64 bytes
   * @throws StoredAnswerDamaged
   */
  async answerTo(voucher: Uint8Array, signature: Uint8Array): Promise<StoredAnswer | null> {
    const entry = this.#channels.find(decodeVoucher(voucher).tag);
    const last = entry?.state.last;
    if (entry === undefined || !last) return null;
    const same = Buffer.from(last.voucher).equals(voucher) && Buffer.from(last.signature).equals(signature);
    return same ? this.lastAnswer(entry.id) : null;
  }

  /**
   * Takes note of what the chain has settled. Vouchers at or below it are refused from then on.
   * @throws StoreStateError when it would fall; JournalFailed
   */
  async recordSettled(id: ChannelId, settled: SettledWatermark): Promise<void> {
    const { calls, cumulative } = this.#channels.state(id).settled;
    if (settled.calls === calls && settled.cumulative === cumulative) return;
    await this.#channels.append(id, (state) => {
      expectNotLower(state, settled);
      return { type: 'settled', calls: settled.calls, cumulative: settled.cumulative.toString() };
    });
  }

  /** Every accepted call, in order, read from disk. */
  async evidence(id: ChannelId): Promise<CallEvidence[]> {
    const evidence: CallEvidence[] = [];
    let previousTranscript: Uint8Array = ZERO_HASH.slice();
    for (const record of await this.#channels.records(id)) {
      if (record.type !== 'accepted') continue;
      const { transcript, ...call } = acceptedCall(record);
      evidence.push({ ...call, previousTranscript });
      previousTranscript = transcript;
    }
    return evidence;
  }

  /**
   * Gives up all that is known of a generation, for good, once its channel is gone from the chain and nothing
   * can be disputed any more. Its tag is refused from then on.
   */
  async forget(id: ChannelId): Promise<void> {
    const release = await this.acquire(id);
    try {
      const obsolete = fileNames(this.#channels.state(id));
      await this.#channels.forget(id);
      for (const name of obsolete) await this.#files.remove(name);
    } finally {
      release();
    }
  }

  /** Drops answers of old calls and forgotten channels. Also done by itself when half of the file could go. */
  compact(): Promise<void> {
    return this.#channels.compact();
  }

  close(): Promise<void> {
    return this.#channels.close();
  }

  async #place(id: ChannelId, callNumber: number, body: Uint8Array): Promise<BodyPlace> {
    if (body.length <= LARGEST_INLINE_BODY) return { inline: body };
    const file = `${tagKey(id.tag)}-${callNumber}`;
    await this.#files.write(file, body);
    return { file, hash: sha256(body) };
  }
}

function fileNames(state: AgentEntry): string[] {
  return state.answer && 'file' in state.answer.body ? [state.answer.body.file] : [];
}

function copy({ last, settled }: AgentEntry): AgentState {
  return structuredClone({ last, settled });
}
