import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

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

  constructor() {
    collectDefaultMetrics({ register: this.registry, prefix: 'indexer_' });
  }
}
