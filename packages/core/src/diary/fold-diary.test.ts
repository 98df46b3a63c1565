import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventKind } from './event.ts';
import { foldDiary, openFold } from './fold-diary.ts';
import { entry, healthyAnswers, samples } from './testing/sample-events.ts';

const check = entry('check-completed', { answers: healthyAnswers }, { id: 'check-1' });
const started = entry('programme-started', { check: 'check-1' }, { id: 'start-1', at: 1 });
const session = (run: string, at: number): readonly unknown[] => [
  entry('session-started', { ...samples['session-started'][0], run }, { id: `${run}-start`, at }),
  entry('set-logged', { ...samples['set-logged'][0], run }, { id: `${run}-set-1`, at: at + 1 }),
  entry(
    'set-logged',
    { ...samples['set-logged'][0], run, side: 'right' },
    { id: `${run}-set-2`, at: at + 2 },
  ),
  entry('session-finished', { run, outcome: 'completed' }, { id: `${run}-end`, at: at + 3 }),
];
const streams: readonly (readonly unknown[])[] = [
  [check, started, entry('safety-answered', { newSigns: [], painNow: 0 }, { id: 'short-1', at: 2 })],
  session('run-1', 10),
  session('run-2', 20),
  [
    entry('preference-changed', { key: 'sound', value: true }, { id: 'pref-1' }),
    entry('preference-changed', { key: 'sound', value: false }, { id: 'pref-2', at: 1 }),
  ],
  [entry('note', { text: 'One.' }, { id: 'note-1' })],
];
const all = streams.flat();

/** Interleaves the streams: each keeps its own order. */
const interleaved = fc.array(fc.nat(), { minLength: all.length, maxLength: all.length }).map((picks) => {
  const left = streams.map((stream) => [...stream]);
  return picks.flatMap((pick) => {
    const open = left.filter((stream) => stream.length > 0);
    const next = open[pick % Math.max(1, open.length)]?.shift();
    return next === undefined ? [] : [next];
  });
});

describe('foldDiary', () => {
  it('adds up a first session', () => {
    const state = foldDiary(all);
    expect(state).toMatchObject({
      latestCheck: { id: 'check-1', day: '2026-03-02', answers: healthyAnswers },
      programmeStartedOn: '2026-03-02',
      preferences: { sound: false },
      nextDayDue: { run: 'run-2' },
    });
    expect(state.runs.map(({ run, sets, outcome }) => [run, sets.length, outcome])).toEqual([
      ['run-1', 2, 'completed'],
      ['run-2', 2, 'completed'],
    ]);
    expect(state.unfinishedRun).toBeUndefined();
    expect(state.unreadable).toEqual([]);
  });

  it('[E-01] entries that come twice change nothing', () => {
    const expected = foldDiary(all);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(all.length - 1), fc.nat(all.length)), { maxLength: 12 }),
        (copies) => {
          const entries = [...all];
          for (const [from, gap] of copies) {
            const after = entries.indexOf(all[from]) + 1;
            entries.splice(after + (gap % (entries.length - after + 1)), 0, all[from]);
          }
          expect(foldDiary(entries)).toEqual(expected);
        },
      ),
    );
  });

  it('[E-01] the order of events that have nothing to do with each other changes nothing', () => {
    const expected = foldDiary(all);
    fc.assert(
      fc.property(interleaved, (entries) => {
        expect(foldDiary(entries)).toEqual(expected);
      }),
    );
  });

  it('[E-01] the same id with other words is reported, and the first one counts', () => {
    const state = foldDiary([
      entry('preference-changed', { key: 'sound', value: 1 }, { id: 'p' }),
      entry('preference-changed', { key: 'sound', value: 2 }, { id: 'p' }),
    ]);
    expect(state.preferences).toEqual({ sound: 1 });
    expect(state.unreadable).toEqual([{ index: 1, id: 'p', problem: { type: 'id-used-twice' } }]);
  });

  it('[E-02] a correction replaces the data of the event it names, also when it comes first', () => {
    const wrong = entry('clinician-agreed', { flags: ['RF21'], date: '2026-03-01' }, { id: 'a' });
    const correction = entry(
      'correction',
      { of: 'a', data: { flags: [], date: '2026-03-02' } },
      { id: 'c', at: 5 },
    );
    for (const entries of [
      [wrong, correction],
      [correction, wrong],
    ]) {
      expect(foldDiary(entries).agreements).toMatchObject([{ id: 'a', flags: [], date: '2026-03-02' }]);
    }
  });

  it('[E-02] a correction of nothing, or to something damaged, is reported and changes nothing', () => {
    const state = foldDiary([
      check,
      entry('correction', { of: 'gone', data: {} }, { id: 'c1' }),
      entry('correction', { of: 'check-1', data: {} }, { id: 'c2' }),
    ]);
    expect(state.latestCheck?.answers).toEqual(healthyAnswers);
    expect(state.unreadable).toMatchObject([
      { index: 1, problem: { type: 'nothing-to-correct', of: 'gone' } },
      { index: 2, problem: { type: 'damaged' } },
    ]);
  });

  it('[E-04] whatever lies between the events, they are read and the rest is reported', () => {
    const expected = foldDiary(all);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(all.length), fc.jsonValue()), { maxLength: 6 }), (strangers) => {
        const entries: unknown[] = [...all];
        for (const [at, stranger] of strangers) entries.splice(at, 0, stranger);
        const { unreadable, ...rest } = foldDiary(entries);
        expect({ ...rest, unreadable: [] }).toEqual(expected);
        expect(unreadable).toHaveLength(strangers.length);
      }),
    );
  });

  it('[E-04] a kind of a newer psoas is reported with its place', () => {
    const later = {
      ...entry('note', { text: 'x' }, { id: 'n' }),
      kind: 'mood-logged' satisfies Exclude<string, EventKind>,
    };
    expect(foldDiary([check, later]).unreadable).toEqual([
      { index: 1, id: 'n', problem: { type: 'unknown-kind', kind: 'mood-logged' } },
    ]);
  });

  it('[E-09] a correction of a short form takes no sign and no pain away, and may add some', () => {
    const short = entry('safety-answered', { newSigns: ['RF01'], painNow: 7 }, { id: 'short', at: 3 });
    const corrected = (data: object): unknown => foldDiary([check, short, entry('correction', { of: 'short', data }, { id: 'right', at: 4 })]).latestShortSafety;
    expect(corrected({ newSigns: [], painNow: 0 })).toMatchObject({ newSigns: ['RF01'], painNow: 7 });
    expect(corrected({ newSigns: ['RF07'], painNow: 8 })).toMatchObject({ newSigns: ['RF01', 'RF07'], painNow: 8 });
  });

  it.each(['check-completed', 'safety-answered'])('[E-11] a later %s that cannot be read leaves no check to plan from, until a new one', (kind) => {
    const newer = { id: 'newer', kind, version: 99, atMillis: 1, day: '2026-03-03', data: {} };
    expect(foldDiary([check, started, newer]).latestCheck).toBeUndefined();
    expect(foldDiary([check, started, newer]).programmeStartedOn).toBeUndefined();
    expect(foldDiary([newer, check, started]).latestCheck?.id).toBe('check-1');
  });

  it('[E-06] a set that was written twice under two ids counts once', () => {
    const again = entry('set-logged', { ...samples['set-logged'][0], run: 'run-1', seconds: 30 }, { id: 'again', at: 99 });
    const run = foldDiary([...all, again]).runs[0];
    expect(run?.sets).toHaveLength(2);
    expect(run?.sets.find(({ side }) => side === 'left')?.seconds).toBe(30);
  });

  it.each([['D-05', 'ended-early'], ['D-01', 'completed'], ['D-05', 'stopped']])('[E-06] a stop by %s stays one when another device ends the walk as %s', (because, outcome) => {
    const stop = entry('session-finished', { run: 'run-1', outcome: 'stopped', because }, { id: 'stop', at: 40 });
    const end = entry('session-finished', { run: 'run-1', outcome, because: 'D-01' }, { id: 'end', at: 41 });
    const begun = session('run-1', 10).slice(0, 3);
    expect(foldDiary([...begun, stop, end]).runs[0]).toMatchObject({ outcome: 'stopped', because });
    expect(foldDiary([...begun, end, stop]).runs[0]).toMatchObject({ outcome: 'stopped', because });
  });

  it('[E-06] of two answers of the day after the one that asks for more care counts, whatever came first', () => {
    const answer = (id: string, data: object): unknown => entry('next-day-answer', { run: 'run-1', ...data }, { id });
    const better = answer('better', { comparedWithBefore: 'better', painNow: 0 });
    const worse = answer('worse', { comparedWithBefore: 'worse', painNow: 2 });
    expect(foldDiary([...all, worse, better]).runs[0]?.nextDay).toMatchObject({ comparedWithBefore: 'worse' });
    expect(foldDiary([...all, better, worse]).runs[0]?.nextDay).toMatchObject({ comparedWithBefore: 'worse' });
  });

  it('[E-06] a set without its session is reported', () => {
    expect(foldDiary([entry('set-logged', samples['set-logged'][0], { id: 's' })]).unreadable).toEqual([
      { index: 0, id: 's', problem: { type: 'unknown-run', run: 'run-1' } },
    ]);
  });

  it('[E-07] a session without an end can go on; an older one cannot', () => {
    const open = session('run-1', 10).slice(0, 2);
    expect(foldDiary(open).unfinishedRun).toMatchObject({ run: 'run-1', sets: [{ side: 'left' }] });
    expect(foldDiary([...open, ...session('run-2', 20)]).unfinishedRun).toBeUndefined();
  });

  it('[E-08] days and minutes of a newer check replace the wish, and null takes a wish back', () => {
    const wish = entry('preference-changed', { key: 'minutesPerDay', value: 5 }, { id: 'w1' });
    const sound = entry('preference-changed', { key: 'sound', value: true }, { id: 'w2' });
    expect(foldDiary([wish, sound, check]).preferences).toEqual({ sound: true });
    expect(foldDiary([check, wish]).preferences).toEqual({ minutesPerDay: 5 });
    expect(
      foldDiary([sound, entry('preference-changed', { key: 'sound', value: null }, { id: 'w3' })])
        .preferences,
    ).toEqual({});
  });

  it('[E-08] a wish named like a built-in property is only a wish', () => {
    expect(
      foldDiary([entry('preference-changed', { key: 'constructor', value: 1 }, { id: 'w' })]).preferences[
        'constructor'
      ],
    ).toBe(1);
    expect(foldDiary([]).preferences['swaps']).toBeUndefined();
  });

  it('[E-12] a diary that grows adds up to the same, however it is cut up, shuffled, corrected and damaged', () => {
    const pool: readonly unknown[] = [
      ...all,
      entry('correction', { of: 'run-1-start', data: { ...samples['session-started'][0], run: 'run-3' } }, { id: 'c-1', at: 90 }),
      entry('correction', { of: 'run-2-set-1', data: { ...samples['set-logged'][0], run: 'run-2', seconds: 5 } }, { id: 'c-2', at: 91 }),
      entry('correction', { of: 'check-1', data: {} }, { id: 'c-3', at: 92 }),
      entry('correction', { of: 'c-1', data: { of: 'check-1', data: {} } }, { id: 'c-4', at: 93 }),
      entry('correction', { of: 'newer', data: {} }, { id: 'c-5', at: 94 }),
      entry('preference-changed', { key: 'sound', value: 7 }, { id: 'pref-1', at: 95 }),
      entry('next-day-answer', { ...samples['next-day-answer'][0], run: 'run-3' }, { id: 'next-day', at: 96 }),
      entry('set-logged', { ...samples['set-logged'][0], run: 'run-1', seconds: 20 }, { id: 'again', at: 97 }),
      entry('break-taken', samples['break-taken'][0], { id: 'break', at: 98 }),
      entry('measurement', samples.measurement[0], { id: 'measured', at: 99 }),
      { id: 'newer', kind: 'check-completed', version: 99, atMillis: 1, day: '2026-03-03', data: {} },
      { id: '', kind: 'note' },
      'torn',
    ];
    const cuts = fc.array(fc.array(fc.constantFrom(...pool), { maxLength: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(cuts, fc.boolean(), (batches, looksEachTime) => {
        const fold = openFold([]);
        for (const batch of batches) {
          fold.add(batch);
          if (looksEachTime) fold.state();
        }
        expect(fold.state()).toStrictEqual(foldDiary(batches.flat()));
        expect(fold.state()).toBe(fold.state());
      }),
      { numRuns: 500 },
    );
  });
});
