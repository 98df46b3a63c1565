import 'fake-indexeddb/auto';
import { defaultBreakSettings } from '@psoas/core/breaks';
import { parseLocalDate } from '@psoas/kernel';
import {
  addressToCalendarId,
  checkRequest,
  parsePutCalendarBody,
  publicKeyToCalendarId,
  seedToSigningKey,
  signReceipt,
  writeEndCalendarAnswer,
  writePutCalendarAnswer,
} from '@psoas/sync';
import type { RelayPort, RelayReply } from '@psoas/sync/client';
import { createTestRandom } from '@psoas/sync/testing';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleAnswers, startedDiary } from '../../e2e/sample-diary.ts';
import { openSyncStorage, type SyncStorage } from '../adapters/sync-storage.ts';
import { readKeptCalendar } from './calendar-store.ts';
import type { CalendarDay, CalendarTasks, PublishedCalendar } from './calendar-tasks.ts';
import { createCalendarTasks } from './create-calendar-tasks.ts';

const origin = 'https://relay.example';
const relayKey = seedToSigningKey(new Uint8Array(32).fill(9));
const dayMillis = 86_400_000;
const wish = { withBreaks: false, startMinute: 450 };

let now = 0;
let diary: unknown[] = [];
let isDown = false;
let takesCalendars = true;
/** Texts by calendar; null for one that was ended. */
let kept = new Map<string, string | null>();
let puts: string[] = [];
let storage: SyncStorage;
let tasks: CalendarTasks;

beforeEach(async () => {
  [now, isDown, takesCalendars, kept, puts] = [Date.UTC(2026, 10, 21, 9), false, true, new Map(), []];
  diary = [...startedDiary()];
  vi.stubGlobal('indexedDB', new IDBFactory());
  storage = await openSyncStorage();
  tasks = createCalendarTasks({
    storage,
    openPort: () => port,
    nowMillis: () => now,
    random: createTestRandom('calendar tasks'),
    readDiary: () => Promise.resolve(diary),
    turn: (work) => work(),
  });
});

const refuse = (status: number, refused: string): RelayReply => ({ status, body: JSON.stringify({ version: 1, refused }) });

/** A relay that takes calendars by the rules, and nothing else. */
const port: RelayPort = {
  origin,
  get: async () => {
    if (isDown) throw new Error('no network');
    return { status: 200, body: JSON.stringify({ version: 1, key: relayKey.publicKey, quota: { entries: 1, bytes: 1 }, calendars: takesCalendars }) };
  },
  post: async ({ path, authorization, body }) => {
    if (isDown) throw new Error('no network');
    const [, calendarId = '', end = ''] = /^\/v1\/calendars\/([0-9a-f]{64})\/(put|end)$/.exec(path) ?? [];
    const action = end === 'put' ? 'put-calendar' : 'end-calendar';
    const checked = checkRequest(authorization, { action, feedId: calendarId, origin, nowMillis: now, body, isNonceSeen: () => false });
    if (!checked.ok) return refuse(401, checked.error.type);
    if (publicKeyToCalendarId(checked.value.signerKey) !== calendarId) return refuse(403, 'no-right');
    if (action === 'end-calendar') {
      kept.set(calendarId, null);
      const receipt = signReceipt({ feedId: calendarId, recordHash: calendarId, atMillis: now, deleted: { entries: 1, bytes: 2 } }, relayKey);
      return { status: 200, body: writeEndCalendarAnswer(receipt) };
    }
    if (kept.get(calendarId) === null) return refuse(410, 'calendar-ended');
    const text = parsePutCalendarBody(body);
    if (!text.ok) return refuse(400, text.error.type);
    kept.set(calendarId, text.value);
    puts.push(text.value);
    return { status: 200, body: writePutCalendarAnswer(180) };
  },
};

function dayOf(text = '2026-11-21'): CalendarDay {
  const today = parseLocalDate(text);
  if (!today.ok) throw new Error(text);
  return { today: today.value, order: 'alternate', times: {}, breakSettings: defaultBreakSettings };
}

function valueOf<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const begin = async (): Promise<PublishedCalendar> => valueOf(await tasks.begin({ relay: origin, wish }, dayOf()));

/** What a calendar program would get. */
function fetched({ address }: PublishedCalendar): string | null | undefined {
  const [, name = ''] = /^https:\/\/relay\.example\/calendar\/(.{43})\.ics$/.exec(address) ?? [];
  return kept.get(addressToCalendarId(name) ?? '');
}

const wishForDays = (value: number): unknown => ({ id: `wish-${value}`, kind: 'preference-changed', version: 1, atMillis: now, day: '2026-11-21', data: { key: 'daysPerWeek', value } });
const sequenceOf = (text: string): number => Number(/^SEQUENCE:(\d+)/m.exec(text)?.[1]);

describe('the calendar that a device publishes', () => {
  it('[IC-10] nothing goes out before somebody agreed, and then what was shown', async () => {
    const shown = await tasks.preview(wish, dayOf());
    expect([await tasks.published(), puts.length]).toEqual([undefined, 0]);
    const published = await begin();
    const unstemmed = (text: string): string => text.replaceAll(/^UID:[0-9a-f]{16}/gm, 'UID:');
    expect(unstemmed(fetched(published) ?? '')).toBe(unstemmed(shown));
    expect(shown).toContain('T073000');
    expect(published).toMatchObject({ relay: origin, wish, consentedAtMillis: now, putAtMillis: now });
    expect(await tasks.published()).toEqual(published);
  });

  it('[IC-12] is published anew when the plan is another, with a higher number, and not otherwise', async () => {
    const first = await begin();
    diary.push({ id: 'n', kind: 'note', version: 1, atMillis: now, day: '2026-11-21', data: { text: 'slept badly' } });
    now += 3_600_000;
    expect(valueOf(await tasks.renew(dayOf()))).toEqual(first);
    expect(puts.length).toBe(1);
    diary.push(wishForDays(2));
    const renewed = valueOf(await tasks.renew(dayOf()));
    expect(renewed?.address).toBe(first.address);
    expect(fetched(first)).toBe(renewed?.text);
    expect(puts.map((text) => text.split('SUMMARY:Exercise session').length - 1)).toEqual([5, 2]);
    expect(sequenceOf(puts[1] ?? '')).toBeGreaterThan(sequenceOf(puts[0] ?? ''));
  });

  it('[IC-12] [RE-18] is put again after thirty days without a change, so that the relay keeps it', async () => {
    // Somebody whose plan waits has the same empty calendar for as long as it waits.
    diary = [{ ...startedDiary()[0], data: { answers: { ...sampleAnswers, safety: { ...sampleAnswers.safety, yes: ['RF01'] } } } }];
    const { text } = await begin();
    expect(text).not.toContain('VEVENT');
    now += 29 * dayMillis;
    await tasks.renew(dayOf('2026-12-20'));
    expect(puts.length).toBe(1);
    now += 2 * dayMillis;
    await tasks.renew(dayOf('2026-12-22'));
    expect(puts).toEqual([text, text]);
  });

  it('[IC-12] goes on where the clock of the device was put back', async () => {
    await begin();
    now -= 60_000;
    diary.push(wishForDays(2));
    expect((await tasks.renew(dayOf())).ok).toBe(true);
  });

  it('[IC-13] ends at the relay, with a receipt, and the secret is forgotten', async () => {
    const published = await begin();
    const ended = valueOf(await tasks.end());
    expect(ended).toMatchObject({ relayKey: relayKey.publicKey, receipt: { atMillis: now, entries: 1 } });
    expect(fetched(published)).toBeNull();
    expect([await tasks.published(), await readKeptCalendar(storage)]).toEqual([undefined, undefined]);
    expect(valueOf(await tasks.end())).toBeUndefined();
  });

  it('[IC-13] is neither ended nor forgotten without the relay', async () => {
    const published = await begin();
    isDown = true;
    expect(await tasks.end()).toEqual({ ok: false, error: { type: 'unreachable' } });
    expect(await tasks.published()).toEqual(published);
    expect(await tasks.replace(dayOf())).toMatchObject({ ok: false });
    expect(await tasks.published()).toEqual(published);
  });

  it('[IC-13] a new address has nothing in common with the old one, which is gone', async () => {
    const old = await begin();
    const next = valueOf(await tasks.replace(dayOf()));
    expect(next.address).not.toBe(old.address);
    expect(fetched(old)).toBeNull();
    const uids = (text: string): readonly string[] => text.match(/^UID:[0-9a-f]{16}/gm) ?? [];
    expect(uids(next.text).filter((uid) => uids(old.text).includes(uid))).toEqual([]);
    expect(next).toMatchObject({ wish, consentedAtMillis: old.consentedAtMillis });
  });

  it('[IC-12] where the relay says that it was ended, this device forgets it too', async () => {
    const published = await begin();
    for (const calendarId of kept.keys()) kept.set(calendarId, null);
    diary.push(wishForDays(2));
    expect(valueOf(await tasks.renew(dayOf()))).toBeUndefined();
    expect(await tasks.published()).toBeUndefined();
    expect(published.text).not.toBe('');
  });

  it('[IC-10] keeps nothing where there is no relay, or none that takes calendars', async () => {
    takesCalendars = false;
    expect(await tasks.begin({ relay: origin, wish }, dayOf())).toEqual({ ok: false, error: { type: 'no-calendars' } });
    isDown = true;
    expect(await tasks.begin({ relay: origin, wish }, dayOf())).toEqual({ ok: false, error: { type: 'unreachable' } });
    expect(await readKeptCalendar(storage)).toBeUndefined();
  });

  it('[IC-10] what is kept and damaged is not begun anew over it', async () => {
    await storage.writeKept('published-calendar', { version: 1, secret: 'gone' });
    await expect(tasks.begin({ relay: origin, wish }, dayOf())).rejects.toThrow('damaged');
  });
});
