import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What an operator watches, in Prometheus' form. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'gateway_http_request_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [this.registry],
  });
  readonly calls = new Counter({
    name: 'gateway_paid_calls_total',
    help: 'Paid calls by what became of them: ok, or the name of the refusal',
    labelNames: ['outcome'],
    registers: [this.registry],
  });

  /** @param sockets how many event sockets are open */
  constructor(sockets: () => number) {
    collectDefaultMetrics({ register: this.registry, prefix: 'gateway_' });
    new Gauge({
      name: 'gateway_event_sockets',
      help: 'Open event sockets',
      registers: [this.registry],
      collect() {
        this.set(sockets());
      },
    });
  }
}
