import { createReadStream } from 'node:fs';
import type { AuditLines } from './check.js';

const NEWLINE = 0x0a;
/** Bytes of a line that are kept: rows are far shorter, and a longer line is none, whatever stands in it. */
const LONGEST = 1024 * 1024;

/** Lines of a file as bytes, without their newlines; what is behind the last one comes as not finished. */
export async function* auditLines(path: string): AuditLines {
  let line: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    let rest = chunk as Buffer;
    for (let at = rest.indexOf(NEWLINE); at !== -1; at = rest.indexOf(NEWLINE)) {
      yield { line: kept(line, rest.subarray(0, at)), finished: true };
      line = Buffer.alloc(0);
      rest = rest.subarray(at + 1);
    }
    line = kept(line, rest);
  }
  if (line.length > 0) yield { line, finished: false };
}

function kept(line: Buffer, more: Buffer): Buffer {
  return Buffer.concat([line, more.subarray(0, Math.max(0, LONGEST - line.length))]);
}
