import { Counter, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** Seconds. */
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  /** By outcome. */
  readonly pushed: Counter<'outcome'>;
}

/** No label contains personal data or identifies an organisation. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'sansheng_request_seconds',
      help: 'Time from a request to its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    pushed: new Counter({
      name: 'sansheng_pushed_items_total',
      help: 'Items of pushes by outcome',
      labelNames: ['outcome'],
      registers,
    }),
  };
}
