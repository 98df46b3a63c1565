import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { seedToSigningKey, writePutCalendarBody, type CalendarAction, type SigningKey } from '@psoas/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, createCalendarOwner, neutralCalendar, putText, signForCalendar, type CalendarOwner } from './testing/calendar-owner.ts';
import { post, random, type SignedPost } from './testing/household.ts';
import { noLimits, startRelay } from './testing/run-relay.ts';

/**
 * Who may do what with a calendar, and what everybody else hears. Who has the address and no more is a stranger to put
 * and end. One that was ended never comes back; one that is not there is begun by its owner alone.
 */
const matrix = `
  calendar | who                  | read             | put-calendar   | end-calendar
  there    | owner                | ok               | ok             | ok
  there    | owner of another one | ok               | no-right       | no-right
  there    | stranger             | ok               | no-right       | no-right
  ended    | owner                | no-such-calendar | calendar-ended | ok
  ended    | owner of another one | no-such-calendar | no-right       | no-right
  ended    | stranger             | no-such-calendar | no-right       | no-right
  missing  | owner                | no-such-calendar | ok             | no-such-calendar
  missing  | owner of another one | no-such-calendar | no-right       | no-right
  missing  | stranger             | no-such-calendar | no-right       | no-right
`;

/** What is wrong with the request itself counts for the owner too. */
const requestFaults = {
  'sent again': 'replayed',
  'by a clock six minutes slow': 'clock-off',
  'by a clock six minutes fast': 'clock-off',
  'signed for the other action': 'other-action',
  'signed for another calendar': 'other-feed',
  'with another body': 'other-body',
  'without a signature': 'wrong-length',
} as const;

const statusByRefusal: Readonly<Record<string, number>> = {
  ok: 200,
  'no-right': 403,
  'no-such-calendar': 404,
  'calendar-ended': 410,
};

const actions = ['put-calendar', 'end-calendar'] as const satisfies readonly CalendarAction[];
const folder = mkdtempSync(join(tmpdir(), 'psoas-relay-calendar-rights-'));
let now = Date.now();
let address = '';
let app: FastifyInstance;

beforeAll(async () => {
  const parts = { nowMillis: () => now, wait: async () => {} };
  ({ address, app } = await startRelay({ ...noLimits, PSOAS_RELAY_LOG: 'silent', PSOAS_RELAY_DATA: folder }, parts));
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const rows = matrix
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([calendar = '', who = '', ...expected]) => ({ calendar, who, expected }));

/** A new calendar in some state: each question meets one that nobody has asked before. */
async function calendarThat(state: string): Promise<CalendarOwner> {
  const made = createCalendarOwner(address, () => now);
  if (state === 'missing') return made;
  expect((await putText(made, neutralCalendar(made.keys.uidStem))).status).toBe(200);
  now += 1;
  if (state === 'ended') expect((await post(signForCalendar(made, 'end-calendar'))).status).toBe(200);
  now += 1;
  return made;
}

async function signerWho(who: string, { keys }: CalendarOwner): Promise<SigningKey> {
  if (who === 'owner') return keys.owner;
  return who === 'stranger' ? seedToSigningKey(random(32)) : (await calendarThat('there')).keys.owner;
}

describe('who may do what with a calendar', () => {
  it.each(rows)('[RE-16] [RE-17] $calendar: $who', async ({ calendar, who, expected }) => {
    const heard: string[] = [];
    for (const action of ['read', ...actions] as const) {
      const made = await calendarThat(calendar);
      const answer = action === 'read' ? await read(made) : await post(signForCalendar(made, action, { signer: await signerWho(who, made) }));
      heard.push(answer.refused === '' && answer.status === 200 ? 'ok' : answer.refused);
      expect(answer.status).toBe(statusByRefusal[heard.at(-1) ?? '']);
    }
    expect(heard).toEqual(expected);
  });

  it.each(Object.entries(requestFaults))('[RE-16] a request %s is refused as %s', async (fault, refusal) => {
    for (const action of actions) {
      const made = await calendarThat('there');
      const answer = await post(await spoil(fault, made, action));
      // To end what was ended is answered alike, whoever sends it once more.
      const isEndAgain = fault === 'sent again' && action === 'end-calendar';
      expect([action, answer.refused]).toEqual([action, isEndAgain ? '' : refusal]);
      expect((await fetch(addressOf(made))).status).toBe(isEndAgain ? 404 : 200);
    }
  });
});

async function read(made: CalendarOwner): Promise<{ readonly status: number; readonly refused: string }> {
  const response = await fetch(addressOf(made));
  const text = await response.text();
  return { status: response.status, refused: /"refused":"([a-z-]+)"/.exec(text)?.[1] ?? '' };
}

async function spoil(fault: string, made: CalendarOwner, action: CalendarAction): Promise<SignedPost> {
  const request = signForCalendar(made, action);
  const otherAction = action === 'put-calendar' ? 'end-calendar' : 'put-calendar';
  switch (fault) {
    case 'sent again':
      expect((await post(request)).status).toBe(200);
      return request;
    case 'by a clock six minutes slow':
      return signForCalendar(made, action, { atMillis: now - 360_000 });
    case 'by a clock six minutes fast':
      return signForCalendar(made, action, { atMillis: now + 360_000 });
    case 'signed for the other action':
      return { ...signForCalendar(made, otherAction, { body: request.body }), url: request.url };
    case 'signed for another calendar':
      return { ...signForCalendar(await calendarThat('there'), action), url: request.url };
    case 'with another body':
      return { ...request, body: writePutCalendarBody(neutralCalendar(made.keys.uidStem, 45)) };
    default:
      return { ...request, authorization: 'psoas1 ' };
  }
}
