import { parseBreakState, parseQuietHours, readBreakSettings } from '@psoas/core/breaks';
import { foldDiary, readEvent, standingOn } from '@psoas/core/diary';
import { parsePlayerState, viewPlayer } from '@psoas/core/session';
import { diaryTables, diaryToCsv } from '@psoas/exchange/csv';
import { readLastImport } from '@psoas/exchange/diary-file';
import { isDeeperThan, isRecord } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import fc from 'fast-check';
import { lunge, testSession } from '../../packages/core/src/session/test-session.ts';
import { createJsonStorage } from '../../apps/web/src/adapters/json-storage.ts';
import { createSettingsStore, defaultSettings, mergeSettings } from '../../apps/web/src/adapters/settings.ts';
import { readGlance } from '../../apps/web/src/clients/glance.ts';
import { readReminded, readReminderTimes } from '../../apps/web/src/reminders/session-reminder.ts';
import { createDraft, readDraft, screenDraft } from '../../apps/web/src/screens/check/draft.ts';
import { sampleDiary, sampleToday } from '../fhir/sample-diary.ts';
import { jsonBombs, textBombs } from './bombs.ts';
import { bytesOf, enteredBy, refusedBy, textOf, type Door } from './door.ts';
import { editedJson } from './mutations.ts';

const jsonText = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));

type JsonDoor = {
  readonly id: string;
  readonly values: readonly unknown[];
  readonly wrap: (inner: string) => string;
  readonly enter: (value: unknown) => ReturnType<Door['enter']>;
};

// What lies in a browser's or a device's store comes to its reader as a value; a text that is no JSON never does.
function jsonDoor({ id, values, wrap, enter }: JsonDoor): Door {
  return {
    id,
    seeds: values.map(jsonText),
    made: editedJson(values).map(jsonText),
    bombs: [...textBombs, ...jsonBombs(wrap)],
    enter: (input) => {
      const text = textOf(input);
      const value = asStored(text);
      return value === undefined ? refusedBy('no JSON') : enter(value);
    },
  };
}

// Stores give back whatever nests however deep; only the text of a feed or a diary goes through `readJson`.
function asStored(text: string): unknown {
  return createJsonStorage({ getItem: () => text, setItem: () => {} }).read('any');
}

const events = sampleDiary();
const deepestEntries = 65;

/** One line of a diary, whatever wrote it. */
const eventDoor = jsonDoor({
  id: 'event',
  values: events,
  wrap: (inner) => `{"id":"a","kind":"note","version":1,"atMillis":0,"day":"2026-11-21","data":{"text":${inner}}}`,
  enter: (value) => enteredBy(readEvent(value)),
});

/** A whole diary, with everything that is made of it: the day, the tables. */
const diaryDoor = jsonDoor({
  id: 'diary',
  values: [events, events.slice(0, -1)],
  wrap: (inner) => `[{"id":"a","kind":"preference-changed","version":1,"atMillis":0,"day":"2026-11-21","data":{"key":"swaps","value":${inner}}},${inner}]`,
  enter: (value) => {
    // Deeper ones come through no door: files, feeds and lines refuse them.
    if (isDeeperThan(deepestEntries, value)) return 'refused';
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    const state = foldDiary(list);
    standingOn(state, { catalogue, today: sampleToday });
    for (const table of diaryTables) diaryToCsv(list, table);
    return state.unreadable.length === 0 ? 'taken' : refusedBy(JSON.stringify(state.unreadable[0]?.problem));
  },
});

/** What was chosen on this device. */
const settingsDoor = jsonDoor({
  id: 'settings',
  values: [defaultSettings, { everyMinutes: 30, quiet: '12:00-13:00', workingDays: [1, 2] }, { 1: 480, 7: 1300 }, { day: '2026-11-21', times: 1 }],
  wrap: (inner) => `{"theme":${inner},"countInSeconds":${inner},"copiedOn":${inner},"quiet":${inner},"workingDays":${inner},"everyMinutes":${inner},"1":${inner}}`,
  enter: (value) => {
    createSettingsStore({ getItem: () => JSON.stringify(value), setItem: () => {} }).get();
    if (isRecord(value)) mergeSettings(value);
    readBreakSettings(value);
    readReminderTimes(value);
    return readReminded(value) === undefined ? 'refused' : 'taken';
  },
});

const draft = { ...createDraft(undefined), stepId: 'about', yes: ['RF21'], tests: { halfKneeling: { left: { felt: 'deep-front-hip' } } }, details: { hypermobility: { score: 3 } } };

/** A check under way. */
const draftDoor = jsonDoor({
  id: 'draft',
  values: [draft],
  wrap: (inner) => `{"version":1,"stepId":${inner},"yes":[${inner}],"about":{"ageYears":${inner}},"tests":{},"details":{},"painWhere":[],"extraTests":[],"retried":[],"upperBackAsked":false,"painNow":${inner}}`,
  enter: (value) => {
    const read = readDraft(value);
    if (read === undefined) return 'refused';
    screenDraft(read, sampleToday);
    return 'taken';
  },
});

/** A session under way. */
const playerDoor = jsonDoor({
  id: 'session',
  values: [testSession([lunge])],
  wrap: (inner) => `{"version":1,"status":${inner},"runs":${inner},"items":[${inner}],"decisions":${inner},"last":${inner}}`,
  enter: (value) => {
    const read = parsePlayerState(value);
    if (read.ok) viewPlayer(read.value);
    return enteredBy(read);
  },
});

const breakState = {
  version: 1,
  settings: { everyMinutes: 30, quiet: '12:00-13:00', workingDays: [1] },
  status: 'counting',
  sittingMillis: 5000,
  waitMillis: null,
  idleMillis: null,
  last: { wallMillis: 1, monotonicMillis: 2, minuteOfDay: 480, day: '2026-11-21' },
};

/** Reminders, the note of the last import, a glance at a client. */
const keptDoor = jsonDoor({
  id: 'kept',
  values: [breakState, { day: '2026-11-08', keys: ['id "a"'], entriesAfter: 5 }, { unreadableCount: 0, standing: { part: 'standing', callMe: 'Kim' } }],
  wrap: (inner) => `{"version":1,"settings":${inner},"status":${inner},"standing":${inner},"keys":[${inner}],"day":"2026-11-08","entriesAfter":5}`,
  enter: (value) => {
    readLastImport(value, { day: sampleToday, entries: 5 });
    readGlance(value);
    return parseBreakState(value) === undefined ? 'refused' : 'taken';
  },
});

/** Hours without reminders, as somebody types them. */
const quietHoursDoor: Door = {
  id: 'quiet-hours',
  seeds: ['12:00-13:00', '22:00 - 7:30, 9:15-9:45'].map(bytesOf),
  made: fc.array(fc.constantFrom('12', ':', '00', '-', ' ', ',', '24', '7', '٣', '\t'), { maxLength: 24 }).map((parts) => bytesOf(parts.join(''))),
  bombs: [...textBombs, bytesOf('1:00-2:00,'.repeat(100_000)), bytesOf(`1:00${' '.repeat(500_000)}x`), bytesOf(','.repeat(1_000_000))],
  enter: (input) => {
    const read = parseQuietHours(textOf(input));
    return read.ok ? 'taken' : refusedBy(read.error.slice(0, 100));
  },
};

export const diaryDoors: readonly Door[] = [eventDoor, diaryDoor, settingsDoor, draftDoor, playerDoor, keptDoor, quietHoursDoor];
