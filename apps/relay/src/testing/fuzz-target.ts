import { readConfig } from '../config.ts';
import { openRelay } from '../start-relay.ts';
import { findFreePort } from './find-free-port.ts';
import type { FuzzTarget } from './fuzz-relay.ts';
import { createHousehold, sign, unwrap, writer } from './household.ts';
import { noLimits } from './run-relay.ts';
import { writeRecordBody } from '@psoas/sync';

/** Milliseconds that pass between two requests, so that what is kept for minutes is also forgotten. */
const stepMillis = 20;

/**
 * A relay in this process that does not listen, with a feed of one member; the second of the household was never told
 * to it, and is a stranger.
 */
export async function createFuzzTarget(
  folder: string,
): Promise<{ readonly target: FuzzTarget; readonly faults: () => readonly string[] }> {
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  const config = unwrap(readConfig([], { ...noLimits, PSOAS_RELAY_DATA: folder, PSOAS_RELAY_FEED_ENTRIES: '100' }));
  let now = Date.now();
  const faults: string[] = [];
  const app = await openRelay(config, port, {
    nowMillis: () => (now += stepMillis),
    wait: async () => {},
    logTo: { write: (line) => void faults.push(line) },
  });
  const nowMillis = (): number => now;
  const home = createHousehold(address, [writer], nowMillis);
  const stranger = createHousehold(address, [writer], nowMillis).members;
  const request = sign(home, 'record', { signer: home.keys.owner, body: writeRecordBody(home.records) });
  const begun = await app.inject({
    method: 'POST',
    url: new URL(request.url).pathname,
    headers: { authorization: request.authorization, 'content-type': 'application/json' },
    payload: request.body,
  });
  if (begun.statusCode !== 200) throw new Error(begun.payload);
  const target = { app, address, nowMillis, home: { ...home, members: [...home.members, ...stranger] } };
  return { target, faults: () => faults };
}
