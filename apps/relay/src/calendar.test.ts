import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { parseEndCalendarAnswer, readReceipt } from '@psoas/sync';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarDays } from './calendar/judge-calendar.ts';
import { addressOf, createCalendarOwner, neutralCalendar, putText, signForCalendar, type CalendarOwner } from './testing/calendar-owner.ts';
import { post, unwrap } from './testing/household.ts';
import { startRelay } from './testing/run-relay.ts';

const folder = mkdtempSync(join(tmpdir(), 'psoas-relay-calendar-'));
const dayMillis = 86_400_000;
let address = '';
let app: FastifyInstance;
let now = 0;
let runs = 0;
let lines = '';
let waited: number[] = [];

async function start(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  const logTo = { write: (line: string) => (lines += line) };
  const given = { PSOAS_RELAY_DATA: join(folder, String(runs)), PSOAS_RELAY_LOG: 'info', ...settings };
  const wait = async (millis: number): Promise<void> => void waited.push(millis);
  ({ address, app } = await startRelay(given, { nowMillis: () => now, wait, logTo }));
}

beforeEach(async () => {
  runs += 1;
  now = Date.now();
  lines = '';
  waited = [];
  await start();
});

afterEach(async () => {
  await app.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const owner = (): CalendarOwner => createCalendarOwner(address, () => now);

async function published(): Promise<CalendarOwner> {
  const made = owner();
  expect(await putText(made, neutralCalendar(made.keys.uidStem))).toMatchObject({ status: 200, text: '{"version":1,"keptDays":180}' });
  return made;
}

describe('a published calendar', () => {
  it('[RE-16] [RE-17] is what its owner put last, for whoever has the address', async () => {
    const made = await published();
    const first = await fetch(addressOf(made));
    expect(first.status).toBe(200);
    expect(await first.text()).toBe(neutralCalendar(made.keys.uidStem));
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    });
    for (const name of ['set-cookie', 'access-control-allow-origin', 'last-modified']) expect(first.headers.get(name)).toBeNull();
    now += 1;
    expect((await putText(made, neutralCalendar(made.keys.uidStem, 45))).status).toBe(200);
    expect(await (await fetch(addressOf(made))).text()).toContain('T074500');
  });

  it('[RE-17] is not sent again to who has it', async () => {
    const made = await published();
    const etag = (await fetch(addressOf(made))).headers.get('etag') ?? '';
    const again = await fetch(addressOf(made), { headers: { 'if-none-match': `"other", W/${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    now += 1;
    await putText(made, neutralCalendar(made.keys.uidStem, 45));
    expect((await fetch(addressOf(made), { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('[RE-16] refuses whatever is no neutral calendar, and keeps what was there', async () => {
    const made = await published();
    now += 1;
    const text = neutralCalendar(made.keys.uidStem).replace('SUMMARY:Exercise session', 'SUMMARY:Physiotherapy for the left hip');
    const refused = await putText(made, text);
    expect(refused).toMatchObject({ status: 400, refused: 'not-neutral' });
    expect(JSON.parse(refused.text)).toEqual({ version: 1, refused: 'not-neutral', rule: 'Y-34', line: 16 });
    expect(await putText(made, 'x'.repeat(20_000))).toMatchObject({ status: 413, refused: 'calendar-too-large' });
    expect(await putText(made, 'x'.repeat(40_000))).toMatchObject({ status: 413, refused: 'too-large', text: expect.stringContaining('32768') });
    expect(await post({ ...signForCalendar(made, 'put-calendar', { body: '{"version":1}' }) })).toMatchObject({ status: 400, refused: 'damaged' });
    expect(await (await fetch(addressOf(made))).text()).toBe(neutralCalendar(made.keys.uidStem));
  });

  it('[RE-16] takes no request twice, and none that is older than the last', async () => {
    const made = owner();
    const request = signForCalendar(made, 'put-calendar');
    expect((await post(request)).status).toBe(200);
    expect(await post(request)).toMatchObject({ status: 401, refused: 'replayed' });
    expect(await post(signForCalendar(made, 'put-calendar', { atMillis: now - 1 }))).toMatchObject({ refused: 'replayed' });
    expect(await post(signForCalendar(made, 'end-calendar', { atMillis: now }))).toMatchObject({ refused: 'replayed' });
    expect((await post(signForCalendar(made, 'put-calendar', { atMillis: now + 1 }))).status).toBe(200);
  });

  it('[RE-18] is gone for everybody once it was ended, with a receipt, and does not come back', async () => {
    const made = await published();
    const lost = signForCalendar(made, 'put-calendar', { atMillis: now + 5 });
    now += 10;
    const answer = await post(signForCalendar(made, 'end-calendar'));
    const { key } = (await (await fetch(`${address}/v1/relay`)).json()) as { key: string };
    const receipt = unwrap(readReceipt(unwrap(parseEndCalendarAnswer(answer.text)), key));
    const bytes = neutralCalendar(made.keys.uidStem).length;
    expect(receipt).toMatchObject({ feedId: made.keys.calendarId, atMillis: now, deleted: { entries: 1, bytes } });
    const gone = await fetch(addressOf(made));
    expect([gone.status, await gone.text()]).toEqual([404, '{"version":1,"refused":"no-such-calendar","rule":"RE-17"}']);
    expect(await post(signForCalendar(made, 'end-calendar'))).toEqual(answer);
    expect(await post(lost)).toMatchObject({ status: 410, refused: 'calendar-ended' });
    await app.close();
    await start();
    expect((await fetch(addressOf({ ...made, address }))).status).toBe(404);
  });

  it('[RE-18] goes by itself when nobody puts it again for half a year', async () => {
    const made = await published();
    const renewed = await published();
    now += (calendarDays - 1) * dayMillis;
    expect((await fetch(addressOf(made))).status).toBe(200);
    await putText(renewed, neutralCalendar(renewed.keys.uidStem, 45));
    now += dayMillis + 1;
    expect((await fetch(addressOf(made))).status).toBe(404);
    expect((await fetch(addressOf(renewed))).status).toBe(200);
    // What is dropped may be begun anew by the same device.
    await app.close();
    await start();
    expect((await fetch(addressOf({ ...made, address }))).status).toBe(404);
    expect((await putText({ ...made, address }, neutralCalendar(made.keys.uidStem))).status).toBe(200);
  });

  it('[RE-17] an address that is none gets one answer, at steps of 50 ms, whatever it looks like', async () => {
    const made = await published();
    const { keys } = made;
    await post(signForCalendar(made, 'end-calendar', { atMillis: now + 1 }));
    const wrong = [keys.address, createCalendarOwner(address).keys.address, keys.calendarId.slice(0, 43), keys.address.slice(1), `${keys.address.slice(0, -1)}=`, '..%2f..%2fetc', ''];
    const answers = new Set<string>();
    for (const text of wrong) {
      const answer = await fetch(`${address}/calendar/${text}.ics`);
      answers.add(`${answer.status} ${await answer.text()}`);
    }
    expect([...answers]).toEqual(['404 {"version":1,"refused":"no-such-calendar","rule":"RE-17"}']);
    expect(waited.length).toBe(wrong.length);
    expect(waited.every((millis) => millis > 0 && millis <= 50)).toBe(true);
  });

  it('[RE-12] leaves neither its address nor its text in the log, nor its address in storage', async () => {
    const made = await published();
    await fetch(addressOf(made));
    await fetch(`${address}/calendar/${made.keys.address}`);
    await fetch(`${addressOf(made)}%zz`);
    await app.close();
    expect(lines).toContain('read-calendar');
    for (const secret of [made.keys.address, made.keys.calendarId, made.keys.owner.publicKey, 'Exercise']) expect(lines).not.toContain(secret);
    const place = join(folder, String(runs));
    const stored = readdirSync(place).map((file) => readFileSync(join(place, file), 'latin1')).join('');
    expect(stored).toContain('Exercise session');
    const addressBytes = Buffer.from(made.keys.address, 'base64url').toString('latin1');
    const keyBytes = Buffer.from(made.keys.owner.publicKey, 'hex').toString('latin1');
    for (const secret of [made.keys.address, addressBytes, made.keys.owner.publicKey, keyBytes]) expect(stored).not.toContain(secret);
    await start();
  });

  it('[RE-05] [RE-15] is bounded like a feed: for each address, each calendar, and all together', async () => {
    await app.close();
    await start({ PSOAS_RELAY_NEW_FEEDS_RATE: '1', PSOAS_RELAY_FEED_RATE: '3', PSOAS_RELAY_TOTAL_CALENDARS: '9' });
    for (let count = 0; count < 8; count += 1) await published();
    const busy = await published();
    const refusals = [];
    for (let count = 0; count < 3; count += 1) {
      now += 1;
      refusals.push((await putText(busy, neutralCalendar(busy.keys.uidStem))).refused);
    }
    expect(refusals).toEqual(['', '', 'too-many-requests']);
    const one = owner();
    const full = await putText(one, neutralCalendar(one.keys.uidStem));
    expect(full).toMatchObject({ status: 507, refused: 'relay-full', text: expect.stringContaining('"what":"calendars","used":9,"limit":9') });
    const late = owner();
    expect(await putText(late, neutralCalendar(late.keys.uidStem))).toMatchObject({ status: 429, refused: 'too-many-requests' });
    await app.close();
    await start({ PSOAS_RELAY_ADDRESS_RATE: '2' });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await fetch(`${address}/calendar/${one.keys.address}.ics`)).status);
    expect(statuses).toEqual([404, 404, 429]);
  });

  it('[RE-16] is nowhere at a relay that takes none', async () => {
    await app.close();
    await start({ PSOAS_RELAY_CALENDARS: '0' });
    const made = owner();
    expect(await putText(made, neutralCalendar(made.keys.uidStem))).toMatchObject({ status: 404, refused: 'no-such-page' });
    expect((await fetch(addressOf(made))).status).toBe(404);
    expect(await (await fetch(`${address}/v1/relay`)).json()).toMatchObject({ calendars: false });
  });
});
