import { open } from 'node:fs/promises';
import type { PublicKey } from '@solana/web3.js';
import type { Chain, TransactionOutcome } from '../chain.js';
import type { Deployment } from '../deployment.js';
import { auditAnchor, auditLogOpen } from '../instructions/consent.js';
import { auditLogAddress } from '../pda/consent.js';
import { AccountMismatch } from '../rpc/errors.js';
import { StoreLock } from '../store/lock.js';
import { isProgramError } from '../transactions/program-error.js';
import type { TransactionSigner } from '../transactions/signers.js';
import { type AnchoredState, type AuditAnchorRecord, lastAnchor } from './anchors.js';
import { type AuditLogReport, verifyAuditLog } from './check.js';
import { auditLines } from './lines.js';
import { type AnchorHistory, allAnchors } from './records.js';
import { findAuditLog } from './state.js';

/** Tries beside others who anchor the same log. */
const TRIES = 5;
/** Refusals that mean that somebody else anchored since the account was read. */
const OVERTAKEN = ['LogExists', 'SequenceMismatch', 'PreviousRootMismatch', 'EntriesNotGrowing'] as const;

/** Nothing was ever anchored of the operator's log: it is opened only where that is asked for. */
export class AuditLogNotOpen extends Error {
  override readonly name = 'AuditLogNotOpen';
}

/** The log is broken, or does not go on from what was anchored. Nothing was sent: keep the file, and find out why. */
export class AuditLogUnfit extends Error {
  override readonly name = 'AuditLogUnfit';
  constructor(
    message: string,
    readonly report: AuditLogReport,
  ) {
    super(message);
  }
}

/** Others kept anchoring the log meanwhile. Nothing of this run is on chain: look who uses the operator's key. */
export class AuditLogContended extends Error {
  override readonly name = 'AuditLogContended';
}

export interface AnchorAuditLogParams {
  /** Whose log it is; signs and pays. */
  operator: TransactionSigner;
  /** Of the log, among the operator's. */
  id: bigint;
  /** Whether to open the account of its anchors where there is none; an id or key by mistake would start anew. */
  open?: boolean;
  /** The log's file. */
  path: string;
  /** Where anchors are written down; beside the log unless given. */
  records?: string;
  /** Tells anchors of old, such as `readAuditAnchors`; asked only where the file of them lacks some. */
  history?: AnchorHistory;
  /** Called with what is done next. */
  onStep?: (step: 'reading' | 'sending' | 'recording') => void;
}

export interface AnchoredAuditLog {
  log: PublicKey;
  /** The last anchor on chain; null where the log has no line yet. */
  anchor: AuditAnchorRecord | null;
  /** The transaction that sent it; null where nothing was left to anchor. */
  outcome: TransactionOutcome | null;
  /** Whether the file of anchors has them all. Without them the next verifier asks a node for them. */
  recorded: boolean;
  report: AuditLogReport;
}

const NOTHING = new Uint8Array(32);
/** Of a log that nothing was anchored of. */
const UNOPENED: AnchoredState = {
  ...{ sequence: 0n, entries: 0n, anchoredAt: 0n },
  ...{ root: NOTHING, previousRoot: NOTHING, chain: NOTHING },
};

/** Where a log's anchors are written down: beside it. */
export function anchorFileOf(path: string): string {
  return `${path}.anchors`;
}

/**
 * Anchors a log as it stands: verifies it against itself and against every anchor before, has its bytes on the disk,
 * and sends the root over all its lines. May be killed anywhere and started again, and started twice: what the chain
 * says counts, and a log that has nothing new is left alone.
 * @throws AuditLogNotOpen, AuditLogUnfit, AuditLogContended, StoreLocked; AccountMismatch; ProgramError; what sending
 * throws
 */
export async function anchorAuditLog(
  chain: Chain,
  deployment: Deployment,
  params: AnchorAuditLogParams,
): Promise<AnchoredAuditLog> {
  const records = params.records ?? anchorFileOf(params.path);
  const lock = StoreLock.acquire(`${records}.lock`);
  try {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const done = await attemptAnchor(chain, deployment, { ...params, records });
      if (done !== null) return done;
    }
    throw new AuditLogContended(`others anchored ${params.path} ${TRIES} times while this run tried`);
  } finally {
    lock.release();
  }
}

/** null where somebody else was first */
async function attemptAnchor(
  chain: Chain,
  deployment: Deployment,
  params: AnchorAuditLogParams & { records: string },
): Promise<AnchoredAuditLog | null> {
  const { operator, id, path, onStep } = params;
  onStep?.('reading');
  const at = auditLogAddress(deployment, operator.publicKey, id);
  const found = await findAuditLog(chain, deployment, at);
  if (found === null && !params.open) {
    throw new AuditLogNotOpen(`${operator.publicKey.toBase58()} has opened no log ${id} on this cluster`);
  }
  const before = found ?? { log: at, state: UNOPENED };
  const anchors = await allAnchors(before, params);
  const report = await verifyAuditLog(auditLines(path), { ...before, anchors });
  const [fault] = report.faults;
  if (fault !== undefined) {
    const where = fault.line === null ? 'anchors' : `lines ${fault.line} to ${fault.through}`;
    throw new AuditLogUnfit(`${path}: ${where}: ${fault.problem}`, report);
  }
  const { log, state } = before;
  if (report.root === null || BigInt(report.lines) === state.entries) {
    return { log, anchor: lastAnchor(state), outcome: null, recorded: anchors !== null, report };
  }
  // a row that a power cut could still take must not be anchored: the log would never fit again
  await sync(path);
  onStep?.('sending');
  const instructions = [
    await auditAnchor(deployment, {
      operator: operator.publicKey,
      log,
      sequence: state.sequence + 1n,
      previousRoot: state.root,
      root: report.root,
      entries: BigInt(report.lines),
    }),
  ];
  if (found === null) {
    const opening = await auditLogOpen(deployment, { operator: operator.publicKey, id });
    instructions.unshift(opening.instruction);
  }
  let outcome: TransactionOutcome;
  try {
    outcome = await chain.send(instructions, { payer: operator });
  } catch (error) {
    if (OVERTAKEN.some((name) => isProgramError(error, 'consent', name))) return null;
    throw error;
  }
  onStep?.('recording');
  const now = await findAuditLog(chain, deployment, at);
  if (now === null) throw new AccountMismatch(`${at.toBase58()} is gone, though ${outcome.signature} landed`);
  const all = await allAnchors(now, params);
  return { log, anchor: lastAnchor(now.state), outcome, recorded: all !== null, report };
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
