import type { QueryClient } from '@tanstack/react-query';
import { config } from './config.js';
import { indexerState } from './indexer.js';

/** Milliseconds in which many events make one look. */
const GATHER = 300;

/**
 * Follows the indexer's stream. What it says is a hint that something changed and never an amount: pages read
 * those again, from the chain.
 */
export function followIndexer(client: QueryClient): void {
  const { indexerUrl } = config();
  if (indexerUrl === null) return;
  const source = new EventSource(`${indexerUrl}/v1/stream?topics=activity`);
  let due: ReturnType<typeof setTimeout> | null = null;
  const changed = () => {
    if (due !== null) return;
    due = setTimeout(() => {
      due = null;
      // tokens and manifests never change; all else that is on screen is asked for again
      void client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'token' && queryKey[2] !== 'manifest',
      });
    }, GATHER);
  };
  source.addEventListener('activity', changed);
  source.onmessage = changed;
  source.onopen = () => {
    indexerState.set('up');
    changed();
  };
  // the browser connects again by itself
  source.onerror = () => indexerState.set('down');
}
