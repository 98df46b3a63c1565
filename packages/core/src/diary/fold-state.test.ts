import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventKind } from './event.ts';
import { foldDiary, openFold } from './fold-diary.ts';
import { entry, healthyAnswers, samples } from './testing/sample-events.ts';

const zero = Number(entry('note', {}, { id: 'zero' })['atMillis']);
const minute = 60_000;
const check = entry('check-completed', { answers: healthyAnswers }, { id: 'check' });
const note = (at: number): unknown => entry('note', { text: `At ${at}.` }, { id: `note-${at}`, at });
const short = (id: string, at: number, newSigns: readonly string[], on = '2026-03-02'): unknown =>
  entry('safety-answered', { newSigns, painNow: 2 }, { id, at, on });

describe('[E-15] the moment of what is written next', () => {
  it('is now, in an empty diary too', () => {
    expect([0, 1, zero].map((now) => openFold([]).momentAfter(now))).toEqual([0, 1, zero]);
  });

  it('comes after everything that stands there, though the clock was set back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1000), { minLength: 1 }), fc.nat(1000), (moments, now) => {
        const fold = openFold(moments.map(note));
        const latest = zero + Math.max(...moments) * minute;
        expect(fold.momentAfter(zero + now * minute)).toBe(Math.max(latest + 1, zero + now * minute));
      }),
    );
  });
});

describe('what a diary adds up to', () => {
  it('[E-12] is the same value until something is added, and another afterwards', () => {
    const fold = openFold([check]);
    const before = fold.state();
    expect(fold.state()).toBe(before);
    fold.add([note(1)]);
    expect(fold.state()).not.toBe(before);
    expect(fold.state().notes).toHaveLength(1);
  });

  it('holds nothing before the first entry', () => {
    expect(foldDiary([])).toStrictEqual({
      checks: [],
      importedProposals: [],
      illDays: [],
      signReports: [],
      retestPutOffUntil: [],
      agreements: [],
      preferences: {},
      shortSafetySinceCheck: [],
      shares: [],
      proposalAnswers: [],
      clients: [],
      runs: [],
      breaks: [],
      activities: [],
      measurements: [],
      notes: [],
      repeats: [],
      unreadable: [],
    });
  });

  it.each<[EventKind, 'breaks' | 'activities' | 'measurements' | 'notes' | 'repeats']>([
    ['break-taken', 'breaks'],
    ['activity-done', 'activities'],
    ['measurement', 'measurements'],
    ['note', 'notes'],
    ['test-repeated', 'repeats'],
  ])('[E-01] keeps each %s by its time, whatever the order in which devices bring them', (kind, key) => {
    const [data = {}] = samples[kind];
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1000), { minLength: 2, maxLength: 6 }), fc.boolean(), (moments, looks) => {
        const fold = openFold([check]);
        for (const at of moments) {
          fold.add([entry(kind, data, { id: `e-${at}`, at })]);
          if (looks) fold.state();
        }
        const { breaks, activities, measurements, notes, repeats } = fold.state();
        const lists = { breaks, activities, measurements, notes, repeats };
        const expected = moments.toSorted((first, second) => first - second).map((at) => ({ ...data, id: `e-${at}`, atMillis: zero + at * minute, day: '2026-03-02' }));
        expect(lists).toEqual({ breaks: [], activities: [], measurements: [], notes: [], repeats: [], [key]: expected });
      }),
    );
  });

  it('[E-09] [D-11] keeps what short forms told: all since the check, those with a sign, and the days of illness', () => {
    const ill = short('ill', 2, ['RF42'], '2026-03-03');
    const state = foldDiary([check, short('well', 1, []), ill, short('hurt', 3, ['RF13'], '2026-03-04')]);
    expect(state.shortSafetySinceCheck.map(({ id }) => id)).toEqual(['well', 'ill', 'hurt']);
    expect(state.signReports).toEqual([
      { id: 'ill', atMillis: zero + 2 * minute, day: '2026-03-03', newSigns: ['RF42'], painNow: 2 },
      { id: 'hurt', atMillis: zero + 3 * minute, day: '2026-03-04', newSigns: ['RF13'], painNow: 2 },
    ]);
    expect(state.illDays).toEqual(['2026-03-03']);
    expect(state.latestShortSafety?.id).toBe('hurt');
    const again = foldDiary([check, ill, entry('check-completed', { answers: healthyAnswers }, { id: 'again', at: 9, on: '2026-03-05' })]);
    expect(again.shortSafetySinceCheck).toEqual([]);
    expect(again.signReports.map(({ id }) => id)).toEqual(['ill']);
    expect(again.checks.map(({ id, day }) => [id, day])).toEqual([['check', '2026-03-02'], ['again', '2026-03-05']]);
  });

  it('[D-06] keeps when the check was put off, and until when', () => {
    const putOff = [1, 2].map((day) => entry('retest-put-off', { until: `2026-04-0${day}` }, { id: `off-${day}`, at: day, on: '2026-03-30' }));
    expect(foldDiary(putOff).retestPutOffUntil).toEqual([
      { on: '2026-03-30', until: '2026-04-01' },
      { on: '2026-03-30', until: '2026-04-02' },
    ]);
  });

  it('[S-05] keeps every word of a clinician', () => {
    const words = ['RF21', 'RF28'].map((flag, at) => entry('clinician-agreed', { flags: [flag], date: '2026-03-01' }, { id: flag, at }));
    expect(foldDiary(words).agreements).toEqual([
      { id: 'RF21', flags: ['RF21'], date: '2026-03-01', atMillis: zero },
      { id: 'RF28', flags: ['RF28'], date: '2026-03-01', atMillis: zero + minute },
    ]);
  });

  it('[E-08] a wish of a check gives way to the newer check, every other wish stays', () => {
    const wish = (key: string, value: unknown, at: number): unknown => entry('preference-changed', { key, value }, { id: `${key}-${at}`, at });
    const wishes = [wish('daysPerWeek', 3, 1), wish('minutesPerDay', 5, 2), wish('sound', true, 3), wish('units', 'inches', 4)];
    const again = entry('check-completed', { answers: healthyAnswers }, { id: 'again', at: 9 });
    expect(foldDiary([check, ...wishes]).preferences).toEqual({ daysPerWeek: 3, minutesPerDay: 5, sound: true, units: 'inches' });
    expect(foldDiary([check, ...wishes, again]).preferences).toEqual({ sound: true, units: 'inches' });
    expect(foldDiary([check, ...wishes, wish('sound', null, 5), wish('daysPerWeek', 6, 6)]).preferences).toEqual({ daysPerWeek: 6, minutesPerDay: 5, units: 'inches' });
  });
});

describe('what cannot be read', () => {
  it('[E-04] [E-11] costs the plan only where a sign could be in it', () => {
    const newer = (kind: string): unknown => ({ id: `newer-${kind}`, kind, version: 99, atMillis: 1, day: '2026-03-03', data: {} });
    for (const kind of Object.keys(samples)) {
      const asksSafety = kind === 'check-completed' || kind === 'safety-answered';
      const { latestCheck, unreadable } = foldDiary([check, newer(kind)]);
      expect([kind, latestCheck === undefined, unreadable.length]).toEqual([kind, asksSafety, 1]);
      // A check after it was made by somebody who could look: it counts.
      expect(foldDiary([newer(kind), check]).latestCheck?.id).toBe('check');
      expect(foldDiary([check, newer(kind), entry('check-completed', { answers: healthyAnswers }, { id: 'anew' })]).latestCheck?.id).toBe('anew');
    }
  });

  it('[E-11] stays in the way whatever is written after it, but for a new check, and costs nothing else', () => {
    const newer = { id: 'newer', kind: 'safety-answered', version: 99, atMillis: 1, day: '2026-03-03', data: {} };
    const started = entry('programme-started', { check: 'check' }, { id: 'started' });
    const rest = [short('ill', 2, ['RF42']), entry('clinician-agreed', { flags: ['RF21'], date: '2026-03-01' }, { id: 'word' }), note(3), started];
    const { latestCheck: _check, programmeStartedOn: _started, unreadable: _unreadable, ...kept } = foldDiary([check, ...rest]);
    for (const entries of [[check, newer, ...rest], [check, ...rest, newer], [check, rest[0], newer, ...rest.slice(1)]])
      expect(foldDiary(entries)).toStrictEqual({ ...kept, unreadable: [{ index: entries.indexOf(newer), id: 'newer', problem: { type: 'newer-version', kind: 'safety-answered', version: 99, known: 1 } }] });
    expect([[started], [newer, started], ['torn', newer, started]].map((entries) => foldDiary(entries).programmeStartedOn)).toEqual(['2026-03-02', undefined, undefined]);
  });

  it('[E-04] [E-06] stands by its place, sets without their session among the rest', () => {
    const orphan = (id: string, run: string): unknown => entry('set-logged', { ...samples['set-logged'][0], run }, { id });
    const { unreadable } = foldDiary([orphan('one', 'gone'), 'torn', orphan('two', 'lost'), orphan('three', 'gone'), 7]);
    expect(unreadable.map(({ index, problem }) => [index, problem.type])).toEqual([
      [0, 'unknown-run'],
      [1, 'damaged'],
      [2, 'unknown-run'],
      [3, 'unknown-run'],
      [4, 'damaged'],
    ]);
  });
});

describe('walks of which something is still to come', () => {
  const begin = (run: string, at: number): unknown => entry('session-started', { ...samples['session-started'][0], run }, { id: `${run}-start`, at });
  const set = (run: string, at: number): unknown => entry('set-logged', { ...samples['set-logged'][0], run }, { id: `${run}-set`, at });
  const end = (run: string, at: number): unknown => entry('session-finished', { run, outcome: 'completed' }, { id: `${run}-end`, at });
  const answered = (run: string, at: number): unknown => entry('next-day-answer', { ...samples['next-day-answer'][0], run }, { id: `${run}-next`, at });
  const due = (...entries: readonly unknown[]): readonly [string | undefined, string | undefined] => {
    const { unfinishedRun, nextDayDue } = foldDiary(entries);
    return [unfinishedRun?.run, nextDayDue?.run];
  };

  it('[E-07] [D-03] the last one without an end can go on; the last one in which something was done is asked about', () => {
    expect(due(begin('a', 1), set('a', 2))).toEqual(['a', undefined]);
    expect(due(begin('a', 1), end('a', 3))).toEqual([undefined, undefined]);
    expect(due(begin('a', 1), set('a', 2), end('a', 3))).toEqual([undefined, 'a']);
    expect(due(begin('a', 1), set('a', 2), end('a', 3), answered('a', 4))).toEqual([undefined, undefined]);
    expect(due(begin('a', 1), set('a', 2), end('a', 3), begin('b', 5), set('b', 6))).toEqual(['b', 'a']);
    expect(due(begin('a', 1), set('a', 2), end('a', 3), begin('b', 5), end('b', 6))).toEqual([undefined, 'a']);
    expect(due(begin('a', 1), set('a', 2), end('a', 3), begin('b', 5), set('b', 6), end('b', 7), answered('b', 8))).toEqual([undefined, undefined]);
  });

  it('[E-06] stand by their beginning, and of the same moment by their name, whichever came first', () => {
    const named = (...entries: readonly unknown[]): readonly string[] => foldDiary(entries).runs.map(({ run }) => run);
    expect(named(begin('b', 9), begin('a', 9), begin('c', 1))).toEqual(['c', 'a', 'b']);
    expect(named(begin('a', 9), begin('b', 9), begin('c', 1))).toEqual(['c', 'a', 'b']);
  });

  it('[E-06] begin once: another beginning under the same name changes nothing', () => {
    const other = entry('session-started', { ...samples['session-started'][0], run: 'a', session: 'other' }, { id: 'a-other', at: 50 });
    expect(foldDiary([begin('a', 1), set('a', 2), other]).runs).toEqual(foldDiary([begin('a', 1), set('a', 2)]).runs);
  });
});
