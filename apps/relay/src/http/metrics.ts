import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { StorageTotals } from '../storage/feed-storage.ts';

/** What became of one request. `outcome` is `ok` or the name of a refusal; neither names anybody. */
export type RequestOutcome = {
  readonly action: string;
  readonly outcome: string;
  readonly seconds: number;
};

/** The relay's numbers for Prometheus. */
export type Metrics = {
  readonly countRequest: (outcome: RequestOutcome) => void;
  readonly write: () => Promise<string>;
  readonly contentType: string;
};

/** [RE-12] Counters without feeds, keys and addresses. */
export function createMetrics(totals: () => StorageTotals): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addGauge(registry, 'psoas_relay_feeds', 'Feeds in storage, as last counted.', () => totals().feeds);
  addGauge(registry, 'psoas_relay_calendars', 'Calendars in storage, ended ones too.', () => totals().calendars);
  addGauge(registry, 'psoas_relay_bytes', 'Bytes of entries, records and calendars in storage.', () => totals().bytes);
  const requests = new Counter({
    name: 'psoas_relay_requests_total',
    help: 'Requests by action and outcome.',
    labelNames: ['action', 'outcome'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'psoas_relay_request_seconds',
    help: 'From the whole request to its answer, by action.',
    labelNames: ['action'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  return {
    countRequest: ({ action, outcome, seconds: taken }) => {
      requests.inc({ action, outcome });
      seconds.observe({ action }, taken);
    },
    write: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function addGauge(registry: Registry, name: string, help: string, value: () => number): void {
  const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(value()) });
}
