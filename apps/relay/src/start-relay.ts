import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { RelayConfig } from './config.ts';
import { createRateLimit, type RateLimit } from './feed/rate-limit.ts';
import { createApp } from './http/create-app.ts';
import { openRelayKey } from './relay-key.ts';
import { storageLimits, type FeedStorage } from './storage/feed-storage.ts';
import { openPostgresStorage } from './storage/postgres.ts';
import { openSqliteStorage } from './storage/sqlite.ts';

/** What a test replaces. */
export type RelayParts = {
  readonly nowMillis?: () => number;
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
  { nowMillis = Date.now, logTo }: RelayParts = {},
): Promise<FastifyInstance> {
  const limitOf = (perMinute: number, burst: number): RateLimit =>
    createRateLimit({ burst, perMinute }, nowMillis);
  const { address, feed, newFeeds } = config.perMinute;
  const key = openRelayKey(config.keyFile);
  return createApp({
    storage: await openStorage(config),
    key,
    origins: config.origins ?? localOrigins(port),
    quota: config.quota,
    nowMillis,
    addressLimit: limitOf(address, address),
    feedLimit: limitOf(feed, feed),
    newFeedLimit: limitOf(newFeeds, newFeeds * 10),
    isBehindProxy: config.isBehindProxy,
    logLevel: config.logLevel,
    ...(logTo !== undefined && { logTo }),
  });
}

async function openStorage({ storage }: RelayConfig): Promise<FeedStorage> {
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
