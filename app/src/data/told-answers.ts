import { config } from './config.js';
import { askIndexer, IndexerDown } from './indexer.js';

/** Ratings that are looked through for one of a number. */
const MOST = '100';
/** Tries until the indexer has heard of an answer, and milliseconds between them. */
const TRIES = 8;
const PAUSE = 1_500;

/** Texts that the indexer serves for the answer to a rating; not checked yet. */
export async function toldTexts(agent: string, number: bigint): Promise<string[]> {
  if (config().indexerUrl === null) return [];
  try {
    const page = await askIndexer<{ items: { number: number; responseText?: string | null }[] }>(
      `/v1/agents/${agent}/ratings`,
      { limit: MOST },
    );
    const found = page?.items.find((rating) => BigInt(rating.number) === number);
    return typeof found?.responseText === 'string' ? [found.responseText] : [];
  } catch (error) {
    // without it the text is shown where this browser has it
    if (error instanceof IndexerDown) return [];
    throw error;
  }
}

/** Gives the indexer the text of an answer, once it has heard of its hash. @returns whether it took it */
export async function publishAnswer(text: string): Promise<boolean> {
  if (config().indexerUrl === null) return false;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if ((await askIndexer('/v1/responses', {}, { text })) !== null) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return false;
}
