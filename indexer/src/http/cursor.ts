import { z } from 'zod';

/** Where a page ended: what it was sorted by, and the address that decides between equals. */
export type Cursor = [sortedBy: string, key: string];

export function cursorOf(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** A cursor as it came back. */
export const cursor = z
  .string()
  .max(512)
  .transform((text, context): Cursor => {
    const parsed = z.tuple([z.string().max(64), z.string().max(128)]).safeParse(read(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'is none of ours; start without one' });
    return z.NEVER;
  })
  .meta({ description: 'opaque: `next` of the page before' });

function read(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
