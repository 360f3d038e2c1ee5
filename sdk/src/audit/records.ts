import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PublicKey } from '@solana/web3.js';
import { isErrorCode, PRIVATE_FILE, syncDirectory } from '../store/files.js';
import { toHex } from '../voucher/bytes.js';
import { type AuditAnchorRecord, anchorsProblem, lastAnchor } from './anchors.js';
import type { AuditLogFound } from './state.js';

/** Tells every anchor of a log that somebody remembers, from the first to the last. */
export type AnchorHistory = (log: PublicKey) => Promise<AuditAnchorRecord[]>;

export interface AnchorSources {
  /** A file of them, brought to where the account is. */
  records?: string;
  /** The same, only read: who verifies changes nothing. */
  known?: string;
  /** Asked only where the file lacks some. */
  history?: AnchorHistory;
}

/**
 * Every anchor of a log, as its account binds them; null where nobody has them all. A run that was killed behind its
 * send left one out of the file, which the account itself tells.
 */
export async function allAnchors(
  { log, state }: Pick<AuditLogFound, 'log' | 'state'>,
  { records, known: readable, history }: AnchorSources,
): Promise<AuditAnchorRecord[] | null> {
  const last = lastAnchor(state);
  if (last === null) return [];
  const fits = (anchors: AuditAnchorRecord[]) => anchorsProblem(log, state, anchors) === null;
  const path = records ?? readable;
  const known = path === undefined ? [] : await readAnchorFile(path);
  if (fits(known)) return known;
  const longer = [...known, last];
  const found = fits(longer) ? longer : ((await history?.(log)) ?? []);
  if (!fits(found)) return null;
  if (records !== undefined) await writeAnchorFile(records, found);
  return found;
}

/**
 * Reads a file of anchors, one a line. What it says counts only where the log's account binds it; a line that is none
 * ends it, so that a damaged file is made anew rather than believed.
 * @returns none where there is no file
 */
export async function readAnchorFile(path: string): Promise<AuditAnchorRecord[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isErrorCode(error, 'ENOENT')) return [];
    throw error;
  }
  const anchors: AuditAnchorRecord[] = [];
  for (const line of text.split('\n')) {
    const anchor = anchorOf(line);
    if (anchor === null) break;
    anchors.push(anchor);
  }
  return anchors;
}

/** Writes all of it, durably; a crash leaves the file as it was before or as it is now. */
export async function writeAnchorFile(path: string, anchors: readonly AuditAnchorRecord[]): Promise<void> {
  const file = await open(`${path}.new`, 'w', PRIVATE_FILE);
  try {
    await file.writeFile(anchors.map((anchor) => `${lineOf(anchor)}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  await syncDirectory(dirname(path));
}

function lineOf({ sequence, previousRoot, root, entries, anchoredAt }: AuditAnchorRecord): string {
  return JSON.stringify({
    sequence: sequence.toString(),
    previousRoot: toHex(previousRoot),
    root: toHex(root),
    entries: entries.toString(),
    anchoredAt: anchoredAt.toString(),
  });
}

const HASH = /^[0-9a-f]{64}$/;
const NUMBER = /^\d{1,19}$/;

function anchorOf(line: string): AuditAnchorRecord | null {
  let fields: Record<string, unknown> | null;
  try {
    fields = JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const { sequence, previousRoot, root, entries, anchoredAt } = fields ?? {};
  const [hashes, numbers] = [
    [previousRoot, root],
    [sequence, entries, anchoredAt],
  ];
  if (!hashes.every((value) => typeof value === 'string' && HASH.test(value))) return null;
  if (!numbers.every((value) => typeof value === 'string' && NUMBER.test(value))) return null;
  const bytes = (text: unknown) => Uint8Array.from(Buffer.from(String(text), 'hex'));
  return {
    sequence: BigInt(String(sequence)),
    previousRoot: bytes(previousRoot),
    root: bytes(root),
    entries: BigInt(String(entries)),
    anchoredAt: BigInt(String(anchoredAt)),
  };
}
