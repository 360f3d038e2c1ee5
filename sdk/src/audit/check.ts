import type { PublicKey } from '@solana/web3.js';
import { equalBytes } from '../voucher/bytes.js';
import { type AnchoredState, type AuditAnchorRecord, anchorsProblem, lastAnchor } from './anchors.js';
import { AuditChain } from './chain.js';
import { AuditTree, auditLeafHash } from './tree.js';

/** What is wrong with a log. */
export interface AuditLogFault {
  /**
   * `Line`: a line itself, or where it stands. `Anchored`: lines are not those that an anchor covers. `Missing`: lines
   * that an anchor covers are not there. `Anchors`: the anchors are not those of the account.
   */
  kind: 'Line' | 'Anchored' | 'Missing' | 'Anchors';
  /** The first line concerned, from 1; null for anchors. */
  line: number | null;
  /** The last one. */
  through: number | null;
  problem: string;
}

/** What a check of a log found. */
export interface AuditLogReport {
  /** finished lines of the file */
  lines: number;
  /** lines that an anchor covers and that are as they were then; the rest rest on the chain of hashes alone */
  anchored: number;
  /** lines behind the last anchor: whether some were cut off at the end, nothing tells */
  unanchored: number;
  /** anchors of the account */
  anchors: number;
  /** whether every anchor was compared, or only what the account itself tells: its last one, and the root before */
  everyAnchor: boolean;
  /** bytes behind the last newline: a line that was being written, or that a crash left */
  unfinished: number;
  /** Merkle root over all finished lines; null without any */
  root: Uint8Array | null;
  faults: AuditLogFault[];
}

/** The account of a log's anchors, and all anchors where somebody told them. */
export interface AuditLogAnchors {
  log: PublicKey;
  state: AnchoredState;
  /** from the first to the last; null where nobody told them, so that the account alone is compared */
  anchors: readonly AuditAnchorRecord[] | null;
}

/** Lines of a file without their newlines; bytes behind the last newline come as `unfinished`. */
export type AuditLines = AsyncIterable<{ line: Uint8Array; finished: boolean }>;

/**
 * Checks a log line by line against itself and against its anchors on chain. Needs nothing of the gateway that wrote
 * it, and memory for none of its lines.
 * @param anchors null to check the chain of hashes alone
 */
export async function verifyAuditLog(
  lines: AuditLines,
  anchors: AuditLogAnchors | null,
): Promise<AuditLogReport> {
  const faults: AuditLogFault[] = [];
  const [chain, tree] = [new AuditChain(), new AuditTree()];
  const covers = new Covers(anchors, faults);
  let unfinished = 0;
  for await (const { line, finished } of lines) {
    if (!finished) {
      unfinished = line.length;
      break;
    }
    const problem = chain.next(line);
    const at = tree.size + 1;
    if (problem !== null) faults.push({ kind: 'Line', line: at, through: at, problem });
    tree.add(auditLeafHash(line));
    covers.look(tree);
  }
  const { anchored, everyAnchor } = covers.end(tree.size);
  return {
    lines: tree.size,
    anchored,
    unanchored: Math.max(0, tree.size - covers.entries),
    anchors: Number(anchors?.state.sequence ?? 0n),
    everyAnchor,
    unfinished,
    root: tree.size === 0 ? null : tree.root(),
    faults,
  };
}

/** Compares roots with anchors as lines are added. */
class Covers {
  readonly #expected: AuditAnchorRecord[];
  /** Root of the anchor before the account's last, where nothing tells after how many lines it was. */
  readonly #earlier: Uint8Array | null;
  readonly #everyAnchor: boolean;
  #foundEarlier = false;
  #next = 0;
  #anchored = 0;
  /** The first anchor that did not fit, until a later one does. */
  #broken: AuditAnchorRecord | null = null;

  constructor(
    anchors: AuditLogAnchors | null,
    readonly faults: AuditLogFault[],
  ) {
    const last = anchors === null ? null : lastAnchor(anchors.state);
    const problem = anchors?.anchors ? anchorsProblem(anchors.log, anchors.state, anchors.anchors) : null;
    if (problem !== null) faults.push({ kind: 'Anchors', line: null, through: null, problem });
    const isTold = anchors?.anchors !== null && anchors?.anchors !== undefined && problem === null;
    this.#everyAnchor = isTold;
    this.#expected = isTold ? [...(anchors?.anchors ?? [])] : last === null ? [] : [last];
    this.#earlier = !isTold && last !== null && last.sequence > 1n ? last.previousRoot : null;
  }

  /** Lines that anchors cover. */
  get entries(): number {
    return Number(this.#expected.at(-1)?.entries ?? 0n);
  }

  look(tree: AuditTree): void {
    const anchor = this.#expected[this.#next];
    if (anchor === undefined) return;
    const root = this.#earlier !== null || BigInt(tree.size) === anchor.entries ? tree.root() : null;
    if (root === null) return;
    if (this.#earlier !== null && equalBytes(root, this.#earlier)) this.#foundEarlier = true;
    if (BigInt(tree.size) !== anchor.entries) return;
    this.#compare(anchor, root);
    this.#next += 1;
  }

  #compare(anchor: AuditAnchorRecord, root: Uint8Array): void {
    const before = Number(this.#expected[this.#next - 1]?.entries ?? 0n);
    const through = Number(anchor.entries);
    const fault = (line: number, last: number, problem: string) =>
      this.faults.push({ kind: 'Anchored', line, through: last, problem });
    if (!equalBytes(root, anchor.root)) {
      // what follows a change never has an anchor's root again: one fault tells it
      if (this.#broken === null) fault(before + 1, through, `are not those of anchor ${anchor.sequence}`);
      this.#broken ??= anchor;
      return;
    }
    if (this.#broken !== null) {
      const { sequence, entries } = this.#broken;
      const problem = `were written anew after anchor ${sequence}, and anchored as that by anchor ${anchor.sequence}`;
      fault(1, Number(entries), problem);
      this.#broken = null;
    }
    if (this.#earlier !== null && !this.#foundEarlier) {
      const problem = `were written anew after anchor ${anchor.sequence - 1n}: no part of them has its root`;
      fault(1, through, problem);
      return;
    }
    this.#anchored = through;
  }

  end(lines: number): { anchored: number; everyAnchor: boolean } {
    const missed = this.#expected.slice(this.#next).at(-1);
    if (missed !== undefined) {
      const problem = `are missing: anchor ${missed.sequence} covers ${missed.entries} lines, the file has ${lines}`;
      this.faults.push({ kind: 'Missing', line: lines + 1, through: Number(missed.entries), problem });
    }
    return { anchored: this.#anchored, everyAnchor: this.#everyAnchor };
  }
}
