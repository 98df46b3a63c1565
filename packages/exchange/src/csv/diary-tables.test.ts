import { parseLocalDate } from '@psoas/kernel';
import { createEvent, type Envelope, type EventDataByKind, type EventKind } from '@psoas/core/diary';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diaryToCsv } from './index.ts';
import { timeText } from './time-text.ts';
import { toCsv } from './to-csv.ts';

const parsedDay = parseLocalDate('2026-03-02');
if (!parsedDay.ok) throw new Error('no day');
const day = parsedDay.value;
let count = 0;

function event<Kind extends EventKind>(kind: Kind, data: EventDataByKind[Kind]): Envelope<Kind> {
  count += 1;
  return createEvent(kind, data, { id: `e${count}`, atMillis: 1_772_409_600_000 + count * 60_000, day });
}

const set = { run: 'r', item: 0, exercise: 'dead-bug', side: 'left', set: 1, seconds: 45.5, pain: 2, felt: '=HYPERLINK("x")' } as const;
const measured = { test: 'thomas', side: 'right', method: 'tape', measuredBy: 'Ann, "the coach"', trials: [-4, 6, 5], value: 5, pelvisHeld: true } as const;
const started = event('session-started', { run: 'r', session: 'day-1-home', items: [], options: { firstSide: 'left', order: 'alternate' } });
const logged = event('set-logged', set);
const diary = [
  started,
  logged,
  event('session-finished', { run: 'r', outcome: 'completed' }),
  event('next-day-answer', { run: 'r', comparedWithBefore: 'same', painNow: 1 }),
  event('measurement', measured),
  { id: 'newer', kind: 'not-yet-invented', version: 1, atMillis: 1, day, data: {} },
];

/** RFC 4180 read letter by letter, written apart from what is under test. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && letter === ',') {
      row.push(cell);
      cell = '';
    } else if (!isQuoted && letter === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      at += 1;
    } else cell += letter;
  }
  return rows;
}

describe('tables of a diary', () => {
  it('[DF-09] sets: one row each, units in the head, numbers as numbers, a formula made harmless', () => {
    const [head = [], row = [], ...more] = readCsv(diaryToCsv(diary, 'sets'));
    expect(more).toEqual([]);
    expect(Object.fromEntries(head.map((name, index) => [name, row[index]]))).toEqual({
      day: '2026-03-02',
      logged_at_utc: '2026-03-02T00:02:00Z',
      session: 'day-1-home',
      run: 'r',
      exercise: 'dead-bug',
      item: '1',
      side: 'left',
      set: '1',
      worked_seconds: '45.5',
      repetitions: '',
      repetitions_in_reserve: '',
      pain_0_to_10: '2',
      felt: '\'=HYPERLINK("x")',
      form: '',
    });
  });

  it('[DF-09] a correction is in the table, not what it corrects', () => {
    const table = readCsv(diaryToCsv([...diary, event('correction', { of: logged.id, data: { ...set, seconds: 30 } })], 'sets'));
    expect(table.map((row) => row[8])).toEqual(['worked_seconds', '30']);
    const before = event('safety-answered', { newSigns: [], painNow: 4 });
    const wrong = event('correction', { of: before.id, data: { newSigns: [], painNow: 'a lot' } });
    const right = event('correction', { of: before.id, data: { newSigns: [], painNow: 2 } });
    const pains = readCsv(diaryToCsv([before, right, wrong, event('correction', { of: 'not-here', data: {} })], 'pain'));
    expect(pains.map((row) => row[5])).toEqual(['pain_0_to_10', '2']);
  });

  it('[DF-09] pain: every time that it was told, whoever asked', () => {
    const check = event('check-completed', { answers: { pain: { now: 3 } } });
    const more = [check, event('safety-answered', { newSigns: [], painNow: 4 }), event('break-taken', { occasion: 'desk', left: 0, right: 0, pain: 5 })];
    const [, ...rows] = readCsv(diaryToCsv([...diary, ...more], 'pain'));
    expect(rows.map(([, , when, about, , pain]) => [when, about, pain])).toEqual([
      ['set', 'dead-bug', '2'],
      ['day-after', 'r', '1'],
      ['check', '', '3'],
      ['before-session', '', '4'],
      ['break', 'desk', '5'],
    ]);
  });

  it('[DF-09] measurements: value with its unit, all trials, a name with comma and quotes', () => {
    const [, row = []] = readCsv(diaryToCsv(diary, 'measurements', { byteOrderMark: true }));
    expect(row.slice(2)).toEqual(['thomas', 'right', 'tape', 'Ann, "the coach"', '5', 'degrees', 'true', '', '', '-4', '6', '5']);
    expect(diaryToCsv(diary, 'measurements', { byteOrderMark: true }).startsWith('\uFEFFday,')).toBe(true);
  });

  it.each(['=1', ' =1', '\u200b=1', '\u0000=1', '\ufeff@x', '＝1', '＋1', '－1', '＠x'])('[DF-10] %j gets a quote mark in front', (text) => {
    expect(toCsv([[text]])).toBe(`'${text}\r\n`);
  });

  it('[DF-10] any text comes back as it was, with a quote mark before what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', '"', ',', '1'), { maxLength: 4 }).map((letters) => letters.join('')), fc.integer()), { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
        const back = readCsv(toCsv(rows));
        expect(back.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(rows.map((row) => row.map((cell) => String(cell).replace(/^'/, ''))));
        const cells = back.flat();
        const isWrong = (cell: string | number, index: number): boolean =>
          typeof cell === 'string' ? /^\s*[=+\-@]/.test(cells[index] ?? '') : cells[index] !== String(cell);
        expect(rows.flat().filter(isWrong)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['sets', 'pain', 'measurements'] as const)('[DF-10] [HD-08] in the table %s no cell from a name, a feeling or an id begins a formula', (table) => {
    const formula = '=cmd|1!A1';
    const hostile = [
      { ...started, data: { ...started.data, run: formula, session: formula } },
      { ...logged, data: { ...set, run: formula, exercise: formula, felt: formula } },
      event('next-day-answer', { run: formula, comparedWithBefore: 'same', painNow: 1 }),
      event('measurement', { ...measured, measuredBy: formula }),
    ];
    const rows = readCsv(diaryToCsv(hostile, table));
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.flat().filter((cell) => cell.startsWith('='))).toEqual([]);
  });

  it('times agree with the platform, and what is no time is left empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799_999 }), (millis) => {
        expect(timeText(millis)).toBe(`${new Date(millis).toISOString().slice(0, 19)}Z`);
      }),
    );
    expect([timeText(8.64e15), timeText(-1)]).toEqual(['', '']);
  });
});
