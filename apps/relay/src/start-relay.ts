import { setTimeout as pause } from 'node:timers/promises';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { RelayConfig } from './config.ts';
import { createRateLimit, type RateLimit } from './feed/rate-limit.ts';
import { createTotalLimit } from './feed/total-limit.ts';
import { createApp } from './http/create-app.ts';
import { createMetricsApp } from './http/metrics-app.ts';
import { createMetrics } from './http/metrics.ts';
import { openRelayKey } from './relay-key.ts';
import { storageLimits } from './storage/feed-storage.ts';
import type { RelayStorage } from './storage/relay-storage.ts';
import { openPostgresStorage } from './storage/postgres.ts';
import { openSqliteStorage } from './storage/sqlite.ts';

/** What a test replaces. */
export type RelayParts = {
  readonly nowMillis?: () => number;
  readonly wait?: (millis: number) => Promise<void>;
  readonly logTo?: { readonly write: (line: string) => void };
};

/**
 * The relay of a configuration, not listening yet. Closing it finishes what is under way and closes its storage.
 * @param port The port under which it will be reached.
 * @throws Error where its storage or its key cannot be opened.
 */
export async function openRelay(
  config: RelayConfig,
  port: number,
  { nowMillis = Date.now, wait = pause, logTo }: RelayParts = {},
): Promise<FastifyInstance> {
  const limitOf = (perMinute: number, burst: number): RateLimit =>
    createRateLimit({ burst, perMinute }, nowMillis);
  const { address, feed, newFeeds } = config.perMinute;
  const key = openRelayKey(config.keyFile);
  const storage = await openStorage(config);
  const totalLimit = createTotalLimit(storage, config.total, nowMillis);
  await totalLimit.measure();
  const metrics = createMetrics(totalLimit.now);
  const app = await createApp({
    storage,
    key,
    totalLimit,
    metrics,
    wait,
    origins: config.origins ?? localOrigins(port),
    quota: config.quota,
    takesCalendars: config.takesCalendars,
    nowMillis,
    addressLimit: limitOf(address, address),
    feedLimit: limitOf(feed, feed),
    newFeedLimit: limitOf(newFeeds, newFeeds * 10),
    isBehindProxy: config.isBehindProxy,
    logLevel: config.logLevel,
    ...(logTo !== undefined && { logTo }),
  });
  if (config.metrics !== undefined) serveMetrics(app, createMetricsApp(metrics), config.metrics);
  return app;
}

function serveMetrics(
  app: FastifyInstance,
  numbers: FastifyInstance,
  place: { readonly host: string; readonly port: number },
): void {
  app.addHook('onReady', async () => {
    await numbers.listen(place);
  });
  app.addHook('onClose', () => numbers.close());
}

async function openStorage({ storage }: RelayConfig): Promise<RelayStorage> {
  if (storage.kind === 'postgres') {
    // A connection that breaks while nobody uses it is replaced by the pool; /readyz tells where that fails too.
    return openPostgresStorage({ url: storage.url, onIdleError: () => {} }, storageLimits);
  }
  mkdirSync(storage.folder, { recursive: true, mode: 0o700 });
  const path = join(storage.folder, 'relay.sqlite');
  // SQLite gives the files beside it the same rights.
  closeSync(openSync(path, 'a', 0o600));
  return openSqliteStorage(path, storageLimits);
}

/** The origins of a relay that only this machine reaches. */
function localOrigins(port: number): readonly string[] {
  const end = port === 80 ? '' : `:${port}`;
  return ['127.0.0.1', 'localhost', '[::1]'].map((host) => `http://${host}${end}`);
}
