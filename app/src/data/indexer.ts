import { ExternalStore } from '../lib/external-store.js';
import { config } from './config.js';

/** Milliseconds after which the indexer counts as away. */
const PATIENCE = 6_000;

/** Whether the indexer answers: `none` where the server names none. */
export const indexerState = new ExternalStore<'none' | 'up' | 'down'>('none');

/** The indexer does not answer, or has halted. What it would have told is read from the chain. */
export class IndexerDown extends Error {
  override readonly name = 'IndexerDown';
}

/** The indexer refused a question by name. */
export class IndexerRefused extends Error {
  override readonly name = 'IndexerRefused';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

/**
 * Asks the indexer.
 * @param body makes it a POST
 * @returns null for what it does not have
 * @throws IndexerDown, IndexerRefused
 */
export async function askIndexer<T>(
  path: string,
  parameters: Record<string, string> = {},
  body?: object,
): Promise<T | null> {
  const { indexerUrl } = config();
  if (indexerUrl === null) throw new IndexerDown('this server names no indexer');
  const query = new URLSearchParams(parameters).toString();
  let response: Response;
  try {
    response = await fetch(`${indexerUrl}${path}${query === '' ? '' : `?${query}`}`, {
      ...(body !== undefined && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      signal: AbortSignal.timeout(PATIENCE),
      redirect: 'error',
    });
  } catch (error) {
    indexerState.set('down');
    throw new IndexerDown(`the indexer does not answer: ${(error as Error).message}`, { cause: error });
  }
  if (response.status >= 500) {
    indexerState.set('down');
    throw new IndexerDown(`the indexer answered ${response.status}`);
  }
  indexerState.set('up');
  if (response.status === 404) return null;
  const answer = (await response.json()) as { error?: { code: string; message: string } };
  if (response.ok) return answer as T;
  throw new IndexerRefused(response.status, answer.error?.code ?? 'Unknown', answer.error?.message ?? '');
}

/** What the indexer tells, or where it is away, what the chain does. */
export async function indexerOr<T>(ask: () => Promise<T>, chain: () => Promise<T>): Promise<T> {
  if (config().indexerUrl === null) return chain();
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof IndexerDown)) throw error;
    return chain();
  }
}
