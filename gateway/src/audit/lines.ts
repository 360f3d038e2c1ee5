import { createReadStream } from 'node:fs';

/** Bytes of a line; rows are far shorter. */
const LONGEST = 64 * 1024;
const NEWLINE = 0x0a;

/** A line of a file, and where the next one begins, bytes. */
export interface FileLine {
  text: string;
  end: number;
}

/**
 * Lines of a file that are finished. A line that is too long for a row is given as far as it was read, and is
 * the last.
 */
export async function* finishedLines(path: string): AsyncGenerator<FileLine> {
  let rest = Buffer.alloc(0);
  let end = 0;
  for await (const chunk of createReadStream(path)) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (let at = rest.indexOf(NEWLINE); at !== -1; at = rest.indexOf(NEWLINE, from)) {
      end += at + 1 - from;
      yield { text: rest.toString('utf8', from, at), end };
      from = at + 1;
    }
    rest = rest.subarray(from);
    if (rest.length > LONGEST) {
      yield { text: rest.toString('utf8'), end: end + rest.length };
      return;
    }
  }
}
