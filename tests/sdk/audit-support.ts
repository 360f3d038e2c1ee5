import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditLog } from '@agent-labs/gateway';
import {
  type AnchoredState,
  type AuditAnchorRecord,
  type AuditLines,
  type AuditLogAnchors,
  AuditTree,
  auditLeafHash,
  nextAnchorChain,
} from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';

/** Appends rows by the gateway's own writer. */
export async function writeRows(path: string, count: number): Promise<void> {
  const log = await AuditLog.open(path);
  for (let at = 1; at <= count; at += 1) {
    log.add({
      action: 'paid-call',
      actor: at % 2 ? 'odd' : null,
      subject: `Über ${at}`,
      outcome: 'ok',
      amount: '5',
    });
  }
  await log.close();
}

export const linesOf = (path: string): string[] => readFileSync(path, 'utf8').trimEnd().split('\n');
export const rewriteLines = (path: string, lines: string[]): void =>
  writeFileSync(path, `${lines.join('\n')}\n`);

/** A log in a directory of its own. */
export async function writtenLog(directory: string, name: string, rows: number): Promise<string> {
  const path = join(directory, `${name}.jsonl`);
  await writeRows(path, rows);
  return path;
}

/** Rows chained anew over what they say: what somebody writes who has the file and wants no trace. */
export async function forged(directory: string, name: string, rows: number): Promise<string[]> {
  return linesOf(await writtenLog(directory, name, rows));
}

export async function* given(lines: readonly string[], unfinished = ''): AuditLines {
  for (const line of lines) yield { line: Buffer.from(line), finished: true };
  if (unfinished !== '') yield { line: Buffer.from(unfinished), finished: false };
}

export function rootOf(lines: readonly string[]): Uint8Array {
  const tree = new AuditTree();
  for (const line of lines) tree.add(auditLeafHash(Buffer.from(line)));
  return tree.root();
}

/** What the chain would hold after anchoring these prefixes one after the other. */
export class Anchored implements AuditLogAnchors {
  readonly log: PublicKey = Keypair.generate().publicKey;
  readonly anchors: AuditAnchorRecord[] = [];
  #chain: Uint8Array = new Uint8Array(32);

  anchor(lines: readonly string[]): this {
    const anchor = {
      sequence: BigInt(this.anchors.length + 1),
      previousRoot: this.anchors.at(-1)?.root ?? new Uint8Array(32),
      root: rootOf(lines),
      entries: BigInt(lines.length),
      anchoredAt: BigInt(1_000 + this.anchors.length),
    };
    this.#chain = nextAnchorChain(this.#chain, this.log, anchor);
    this.anchors.push(anchor);
    return this;
  }

  get state(): AnchoredState {
    const none = { previousRoot: new Uint8Array(32), root: new Uint8Array(32), entries: 0n, anchoredAt: 0n };
    return { sequence: 0n, ...none, ...this.anchors.at(-1), chain: this.#chain };
  }

  /** As a reader has it that knows the account alone. */
  get alone(): AuditLogAnchors {
    return { log: this.log, state: this.state, anchors: null };
  }
}
