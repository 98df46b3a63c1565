import { writeRecordBody } from '@psoas/sync';
import { readConfig } from '../../apps/relay/src/config.ts';
import { openRelay } from '../../apps/relay/src/start-relay.ts';
import { findFreePort } from '../../apps/relay/src/testing/find-free-port.ts';
import { createCalendarOwner, signForCalendar } from '../../apps/relay/src/testing/calendar-owner.ts';
import type { FuzzTarget } from './fuzz-relay.ts';
import { createHousehold, sign, unwrap, writer } from '../../apps/relay/src/testing/household.ts';
import { noLimits } from '../../apps/relay/src/testing/run-relay.ts';

/** Milliseconds that pass between two requests, so that what is kept for minutes is also forgotten. */
const stepMillis = 20;

/**
 * A relay in this process that does not listen, with a calendar, and a feed of one member; the second of the household was never told
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
  const calendar = createCalendarOwner(address, nowMillis);
  const begin = sign(home, 'record', { signer: home.keys.owner, body: writeRecordBody(home.records) });
  for (const request of [begin, signForCalendar(calendar, 'put-calendar')]) {
    const begun = await app.inject({
      method: 'POST',
      url: new URL(request.url).pathname,
      headers: { authorization: request.authorization, 'content-type': 'application/json' },
      payload: request.body,
    });
    if (begun.statusCode !== 200) throw new Error(begun.payload);
  }
  const target = { app, address, nowMillis, calendar, home: { ...home, members: [...home.members, ...stranger] } };
  return { target, faults: () => faults };
}
