import { expect, it } from 'vitest';
import type { SyncState } from './create-sync.ts';
import type { SyncFault } from './sync-fault.ts';
import { faultText, stateLine } from './sync-words.ts';

const appOrigin = 'https://psoas.example';
const calm: SyncState = { role: { kind: 'root', deviceId: 'one', relay: appOrigin }, isRunning: false, note: {}, waitingCount: 0, keptCount: 0, refusedCount: 0 };
const minute = 60_000;

function line(state: Partial<SyncState>, nowMillis = 0): string {
  return stateLine({ ...calm, ...state }, { nowMillis, appOrigin, dayOf: () => '2 March 2026' });
}

it('[SY-10] one quiet line says how it stands', () => {
  const since = (millis: number): string => line({ note: { doneAtMillis: 0 } }, millis);
  expect(since(59_000)).toBe('All is passed on, just now.');
  expect(since(minute)).toBe('All is passed on, 1 minute ago.');
  expect(since(2 * minute)).toBe('All is passed on, 2 minutes ago.');
  expect(since(60 * minute)).toBe('All is passed on, 1 hour ago.');
  expect(since(23 * 60 * minute)).toBe('All is passed on, 23 hours ago.');
  expect(since(24 * 60 * minute)).toBe('All is passed on, last on 2 March 2026.');
  expect(line({})).toBe('Nothing has been passed on yet.');
  expect(line({ fault: { type: 'unreachable' }, waitingCount: 3 })).toBe('3 entries wait. The relay does not answer. Is there a network?');
  expect(line({ fault: { type: 'unreachable' }, waitingCount: 1 })).toBe('1 entry waits. The relay does not answer. Is there a network?');
  expect(line({ isRunning: true, progress: { fetched: 200, waiting: 0 } })).toBe('Passing on: 200 entries are here, 0 wait.');
});

function said(fault: SyncFault, relay = appOrigin): string {
  return faultText(fault, { relay, appOrigin });
}

it('[SY-03] says by how many minutes a clock is off, and how long a relay wants to be left alone', () => {
  expect(said({ type: 'refused', refused: 'clock-off', status: 401, byMillis: -420_000 })).toBe('The clock of this device is 7 minutes off. Put it right in the settings of the device.');
  expect(said({ type: 'refused', refused: 'too-many-requests', status: 429, waitMillis: 12_400 })).toBe('The relay asks for a pause of 13 seconds.');
});

it('names wrong words by their place, with similar ones', () => {
  const fault: SyncFault = { type: 'unknown-words', words: [{ place: 3, found: 'abandn', similar: ['abandon'] }, { place: 5, found: '12', similar: [] }] };
  expect(said(fault)).toBe('Word 3, “abandn”, is not in the list. Did you mean one of these: abandon? Word 5, “12”, is not in the list.');
});

it('tells another relay from the own one', () => {
  expect(said({ type: 'unreachable' }, 'https://relay.example')).toContain('https://relay.example does not answer. It may be down, or this app may talk to its own address only.');
});
