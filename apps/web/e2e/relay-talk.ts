import type { Result } from '@psoas/kernel';
import type { Replica } from '@psoas/sync';
import { syncReplica, type RelayPort, type SyncParts } from '@psoas/sync/client';

/** The way to the relay of a test, for somebody who is played by the packages alone. */
export function portTo(origin: string): RelayPort {
  const send = async (path: string, init?: RequestInit) => {
    const response = await fetch(origin + path, init);
    return { status: response.status, body: await response.text() };
  };
  return {
    origin,
    get: (path) => send(path),
    post: ({ path, authorization, body }) => send(path, { method: 'POST', body, headers: { authorization, 'content-type': 'application/json' } }),
  };
}

/** All pulled, all pushed; anything else is a fault of the test. */
export async function synced(replica: Replica, parts: SyncParts): Promise<Replica> {
  const outcome = await syncReplica(replica, parts);
  if (outcome.fault !== undefined || outcome.refused.length > 0) throw new Error(JSON.stringify([outcome.fault, outcome.refused]));
  return outcome.replica;
}

/** Takes a value out of a result; a failure is a fault of the test. */
export function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
