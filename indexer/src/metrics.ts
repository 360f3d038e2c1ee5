import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { StatusView } from './http/status-routes.js';

/** What an operator watches, in Prometheus' form. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'indexer_http_request_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [this.registry],
  });
  readonly delivered = new Counter({
    name: 'indexer_webhook_items_total',
    help: 'Items of webhook deliveries: taken, or dead letters',
    labelNames: ['outcome'],
    registers: [this.registry],
  });
  readonly faults = new Counter({
    name: 'indexer_faults_total',
    help: 'Faults that the indexer goes on after, by what it was doing',
    labelNames: ['doing'],
    registers: [this.registry],
  });

  readonly #state = new Gauge({
    name: 'indexer_state',
    help: 'What GET /v1/status tells, as numbers; lag_seconds is -1 before the first backfill',
    labelNames: ['what'],
    registers: [this.registry],
  });

  /** @param readers how many read along */
  constructor(readers: () => number) {
    collectDefaultMetrics({ register: this.registry, prefix: 'indexer_' });
    new Gauge({
      name: 'indexer_stream_readers',
      help: 'Open event streams',
      registers: [this.registry],
      collect() {
        this.set(readers());
      },
    });
  }

  tell({ waiting, notFinal, undecodable, deadLetters, drift, halted, lag }: StatusView): void {
    const numbers = {
      waiting,
      not_final: notFinal,
      undecodable,
      dead_letters: deadLetters,
      drift: drift.length,
      halted: halted === null ? 0 : 1,
      lag_slots: lag?.slots ?? -1,
      lag_seconds: lag?.seconds ?? -1,
    };
    for (const [what, value] of Object.entries(numbers)) this.#state.set({ what }, value);
  }
}
