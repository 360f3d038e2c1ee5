import { PublicKey } from '@solana/web3.js';
import type { Deployment } from '../deployment.js';
import { equalBytes, toHex } from '../voucher/bytes.js';
import type { AuditAnchorRecord } from './anchors.js';
import type { AuditLines } from './check.js';
import { type AuditLogRow, readAuditRow } from './row.js';
import { AuditTree, auditLeafHash, isUnderAuditRoot } from './tree.js';

const FORMAT = 'agent-labs/audit-proof/v1';
/** Nodes of a path in a tree of 2^53 lines. */
const LONGEST_PATH = 53;

/** That a line stands in a log as it was anchored, as JSON: addresses in base58, hashes in hexadecimal. */
export interface AuditProof {
  format: typeof FORMAT;
  genesisHash: string;
  /** the consent program */
  consent: string;
  /** the account of the log's anchors */
  log: string;
  /** the anchor that covers it, decimal digits */
  sequence: string;
  /** lines under its root, decimal digits */
  entries: string;
  root: string;
  /** number of the line, from 1, decimal digits */
  line: string;
  /** the line itself, without its newline */
  text: string;
  /** siblings from the line up to below the root */
  path: string[];
}

/** Why a proof proves nothing. */
export type AuditProofRefusal =
  /** a field is missing, or not of its kind or length */
  | 'ProofMalformed'
  /** it is of another consent program or another cluster */
  | 'WrongDeployment'
  /** its root is not the one that its reader trusts */
  | 'RootMismatch'
  /** the path does not lead from the line to the root */
  | 'PathMismatch'
  /** the line is no row, or not the row that it should be */
  | 'LineMismatch'
  /** the log has no such line, or no anchor covers it yet */
  | 'LineNotAnchored';

/** A proof of an audit line does not verify, by name. Take it for nothing. */
export class AuditProofRefused extends Error {
  override readonly name = 'AuditProofRefused';
  constructor(
    readonly code: AuditProofRefusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${message}`, options);
  }
}

/**
 * Proves one line under an anchor. Nothing of the other lines is in the proof but hashes, and these tell nothing of
 * rows that have a salt.
 * @param line number of the line, from 1
 * @throws AuditProofRefused `LineNotAnchored`, `LineMismatch`; `RootMismatch` where the lines are not those that the
 * anchor covers
 */
export async function proveAuditLine(
  { consent, genesisHash }: Pick<Deployment, 'consent' | 'genesisHash'>,
  log: PublicKey,
  lines: AuditLines,
  anchor: AuditAnchorRecord,
  line: number,
): Promise<AuditProof> {
  const entries = Number(anchor.entries);
  if (!Number.isSafeInteger(line) || line < 1 || line > entries) {
    throw new AuditProofRefused(
      'LineNotAnchored',
      `anchor ${anchor.sequence} covers lines 1 to ${entries}, not ${line}`,
    );
  }
  const tree = new AuditTree(line - 1);
  let text: Uint8Array | null = null;
  for await (const { line: bytes, finished } of lines) {
    if (!finished || tree.size === entries) break;
    tree.add(auditLeafHash(bytes));
    if (tree.size === line) text = bytes;
  }
  if (text === null || tree.size < entries) {
    throw new AuditProofRefused(
      'RootMismatch',
      `the log has ${tree.size} lines, the anchor covers ${entries}`,
    );
  }
  if (!equalBytes(tree.root(), anchor.root)) {
    throw new AuditProofRefused(
      'RootMismatch',
      `the log is not the one of anchor ${anchor.sequence}; verify it`,
    );
  }
  rowOf(text, line);
  return {
    format: FORMAT,
    genesisHash: new PublicKey(genesisHash).toBase58(),
    consent: consent.toBase58(),
    log: log.toBase58(),
    sequence: anchor.sequence.toString(),
    entries: anchor.entries.toString(),
    root: toHex(anchor.root),
    line: line.toString(),
    text: new TextDecoder().decode(text),
    path: tree.path().map(toHex),
  };
}

/** What a proof says, once it holds. */
export interface ProvenAuditLine {
  log: PublicKey;
  sequence: bigint;
  entries: bigint;
  line: number;
  row: AuditLogRow;
}

/**
 * Verifies a proof without a chain. The root that stands in it proves nothing, since whoever wrote the proof wrote it
 * too: give the one of the log's account, or of one of its anchors.
 * @param document an `AuditProof`, parsed from JSON
 * @param trusted root and number of lines
 * @throws AuditProofRefused
 */
export function verifyAuditProof(
  deployment: Pick<Deployment, 'consent' | 'genesisHash'>,
  document: unknown,
  trusted: Pick<AuditAnchorRecord, 'root' | 'entries'>,
): ProvenAuditLine {
  const proof = readAuditProof(document);
  if (!proof.consent.equals(deployment.consent) || !equalBytes(proof.genesisHash, deployment.genesisHash)) {
    throw new AuditProofRefused('WrongDeployment', 'the proof is of another program or another cluster');
  }
  if (!equalBytes(proof.root, trusted.root) || proof.entries !== trusted.entries) {
    throw new AuditProofRefused('RootMismatch', 'the root in the proof is not the trusted one');
  }
  const { log, sequence, entries, line, text, path, root } = proof;
  const bytes = new TextEncoder().encode(text);
  if (!isUnderAuditRoot(auditLeafHash(bytes), line - 1, Number(entries), path, root)) {
    throw new AuditProofRefused('PathMismatch', 'the path does not lead from the line to the root');
  }
  return { log, sequence, entries, line, row: rowOf(bytes, line) };
}

function rowOf(bytes: Uint8Array, line: number): AuditLogRow {
  const row = readAuditRow(bytes);
  if ('problem' in row) throw new AuditProofRefused('LineMismatch', `line ${line} ${row.problem}`);
  if (row.n !== line) throw new AuditProofRefused('LineMismatch', `line ${line} is row ${row.n}`);
  return row;
}

/**
 * Reads a proof and checks its form alone.
 * @throws AuditProofRefused `ProofMalformed`, naming the field
 */
export function readAuditProof(document: unknown) {
  const fields = new Map(Object.entries(isObject(document) ? document : {}));
  const take = <T>(name: string, kind: string, read: (value: unknown) => T | null): T => {
    const value = read(fields.get(name));
    if (value === null) throw new AuditProofRefused('ProofMalformed', `${name} must be ${kind}`);
    fields.delete(name);
    return value;
  };
  take('format', FORMAT, (value) => (value === FORMAT ? FORMAT : null));
  const proof = {
    genesisHash: take('genesisHash', 'an address', key).toBytes(),
    consent: take('consent', 'an address', key),
    log: take('log', 'an address', key),
    sequence: BigInt(take('sequence', 'a number above 0', natural)),
    entries: BigInt(take('entries', 'a number above 0', natural)),
    root: take('root', '32 bytes in hexadecimal', hash),
    line: take('line', 'a number above 0', natural),
    text: take('text', 'text', (value) => (typeof value === 'string' ? value : null)),
    path: take('path', `at most ${LONGEST_PATH} hashes`, (value) => {
      if (!Array.isArray(value) || value.length > LONGEST_PATH) return null;
      const nodes = value.map(hash);
      return nodes.every((node) => node !== null) ? nodes : null;
    }),
  };
  const [unknown] = fields.keys();
  if (unknown !== undefined) throw new AuditProofRefused('ProofMalformed', `there is no field ${unknown}`);
  return proof;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function natural(value: unknown): number | null {
  const number = typeof value === 'string' && /^[1-9]\d{0,15}$/.test(value) ? Number(value) : null;
  return Number.isSafeInteger(number) ? number : null;
}

function hash(value: unknown): Uint8Array | null {
  if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value)) return null;
  return Uint8Array.from({ length: 32 }, (_, at) => Number.parseInt(value.slice(2 * at, 2 * at + 2), 16));
}

function key(value: unknown): PublicKey | null {
  if (typeof value !== 'string') return null;
  try {
    const read = new PublicKey(value);
    return read.toBase58() === value ? read : null;
  } catch {
    // web3.js names no error of its own for what is no address
    return null;
  }
}
