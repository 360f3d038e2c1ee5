import { LONGEST_ANSWER, responseTextHash } from '@agent-labs/sdk';
import { z } from 'zod';
import { Refused } from '../refused.js';
import type { ReadContext } from './read-context.js';
import { errorAnswers } from './schemas.js';
import type { IndexerServer } from './server.js';

/** Bytes of a body: JSON may write a byte of text in six. */
const LARGEST_BODY = 6 * LONGEST_ANSWER + 64;

/**
 * Texts of answers to ratings. The chain has their hashes alone; a text is taken from anybody, for a hash that an
 * agent's side put on the chain, so that nobody can have anything else kept here.
 */
export function responseRoutes(app: IndexerServer, { database, requireTrust }: ReadContext): void {
  app.post(
    '/v1/responses',
    {
      bodyLimit: LARGEST_BODY,
      onRequest: requireTrust,
      schema: {
        description:
          'The text of an answer to a rating, once its hash is on the chain. Plain text: whoever shows it must escape it.',
        body: z.strictObject({
          text: z.string().meta({ description: `1 to ${LONGEST_ANSWER} bytes of UTF-8` }),
        }),
        response: {
          200: z.object({ hash: z.string().meta({ description: 'SHA-256 of the text, hex' }) }),
          ...errorAnswers,
        },
      },
    },
    async ({ body: { text } }) => {
      const hash = Buffer.from(hashOf(text)).toString('hex');
      const known = await database.query('SELECT 1 FROM ratings WHERE response_hash = $1 LIMIT 1', [hash]);
      if (known.length === 0) {
        const message = `no answer on the chain has the hash ${hash}; send the text once its transaction has landed`;
        throw new Refused(404, 'ResponseNotFound', message);
      }
      await database.query(
        'INSERT INTO response_texts (hash, text) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING',
        [hash, text],
      );
      return { hash };
    },
  );
}

function hashOf(text: string): Uint8Array {
  try {
    return responseTextHash(text);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) {
      throw new Refused(400, 'BadRequest', error.message);
    }
    throw error;
  }
}
