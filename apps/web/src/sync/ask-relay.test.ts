import type { RelayPort } from '@psoas/sync/client';
import { expect, it } from 'vitest';
import { askRelay } from './ask-relay.ts';

function portWith(get: RelayPort['get']): RelayPort {
  return { origin: 'https://relay.example', get, post: () => Promise.reject(new Error('not asked')) };
}

it.each([[true, true], [false, false], [undefined, false]])('reads key, quota and whether calendars are taken: %s', async (calendars, takesCalendars) => {
  const body = JSON.stringify({ version: 1, key: 'ab', quota: { entries: 5, bytes: 9 }, calendars, more: true });
  const value = { key: 'ab', quota: { entries: 5, bytes: 9 }, takesCalendars };
  expect(await askRelay(portWith(() => Promise.resolve({ status: 200, body })))).toEqual({ ok: true, value });
});

it.each([
  ['a server of files that gives the page for every path', 200, '<!doctype html>', 'no-relay'],
  ['a server of files that knows no such path', 404, '', 'no-relay'],
  ['another service', 200, '{"key":5}', 'no-relay'],
  ['a relay that is just being started', 503, '', 'unreachable'],
] as const)('%s', async (_, status, body, type) => {
  expect(await askRelay(portWith(() => Promise.resolve({ status, body })))).toEqual({ ok: false, error: { type } });
});

it('no network', async () => {
  expect(await askRelay(portWith(() => Promise.reject(new TypeError('fetch failed'))))).toEqual({ ok: false, error: { type: 'unreachable' } });
});
