import { addDays, type LocalDate } from '@psoas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flagIds, type FlagId } from '../safety/index.ts';
import { assessFromDiary } from './assess-from-diary.ts';
import type { DiaryState, Run } from './diary-state.ts';
import { foldDiary } from './fold-diary.ts';
import { day, entry, healthyAnswers } from './testing/sample-events.ts';
import { smallCatalogue } from './testing/small-catalogue.ts';
import { dayAfter, holdItem, walked } from './testing/training.ts';
import { nextDayAskDays, todayOf, type SteppedAssessment, type Today } from './today.ts';

// Day 0 is 2026-03-02, a Monday; five days a week: days 1, 2, 3, 5 and 6 of the programme have a session.
const monday = dayAfter(0);
const sessionDays: readonly number[] = [1, 2, 3, 5, 6];
const checked = foldDiary([entry('check-completed', { answers: healthyAnswers }, { id: 'check' })]);
const assessed = (() => {
  const assessment = assessFromDiary(checked, { catalogue: smallCatalogue, today: monday });
  if (assessment?.programme == null) throw new Error('no programme');
  return { ...assessment, programme: assessment.programme };
})();
const started: DiaryState = { ...checked, programmeStartedOn: monday };
const on = (today: LocalDate, parts: Partial<DiaryState> = {}, assessment: SteppedAssessment = assessed): Today => todayOf({ ...started, ...parts }, assessment, today);
const told = (newSigns: readonly FlagId[], days: number, painNow = 0): DiaryState['shortSafetySinceCheck'][number] => ({ id: `short-${days}`, atMillis: 0, day: dayAfter(days), newSigns, painNow });
const run = (days: number, parts: Partial<Run> = {}): Run => walked(days, [holdItem()], parts);

describe('before there is anything', () => {
  it('asks for a check, and shows nothing of what waits', () => {
    const empty: Today = { kind: 'no-check', because: [], sessions: [], changes: [], retestDue: false };
    expect(todayOf(foldDiary([]), undefined, monday)).toEqual(empty);
    expect(todayOf({ ...started, unfinishedRun: run(0), nextDayDue: run(-1) }, undefined, monday)).toEqual(empty);
    const { latestCheck: _check, ...unchecked } = started;
    expect(todayOf(unchecked, assessed, monday)).toEqual(empty);
  });

  it('[E-10] without a start, today is the first day', () => {
    const { programmeStartedOn: _start, ...unstarted } = started;
    expect(todayOf(unstarted, assessed, dayAfter(9))).toMatchObject({ kind: 'sessions', dayOfWeek: 1, sessions: [{ day: 1 }], nextDay: { day: dayAfter(10) } });
  });
});

describe('[E-10] the week of the programme', () => {
  it('holds its sessions on their days, for ever, and names the next ones', () => {
    fc.assert(
      fc.property(fc.nat(800), (days) => {
        const dayOfWeek = (days % 7) + 1;
        const isSession = sessionDays.includes(dayOfWeek);
        const ahead = [1, 2, 3, 4, 5, 6, 7].find((more) => sessionDays.includes(((days + more) % 7) + 1)) ?? 0;
        const { kind, sessions, because, nextDay, ...rest } = on(dayAfter(days));
        expect([kind, because, rest.dayOfWeek, sessions.map((session) => session.day)]).toEqual([isSession ? 'sessions' : 'rest', [], dayOfWeek, isSession ? [dayOfWeek] : []]);
        expect([nextDay?.day, nextDay?.sessions.map((session) => session.day)]).toEqual([dayAfter(days + ahead), [((days + ahead) % 7) + 1]]);
      }),
    );
  });

  it('begins on its day: before it, nothing, and the start is the next day', () => {
    for (const days of [1, 2, 6, 7, 30]) {
      const before = on(dayAfter(-days));
      expect([before.kind, before.sessions, before.nextDay?.day]).toEqual(['rest', [], monday]);
      expect(before.dayOfWeek).toBe(((7 - (days % 7)) % 7) + 1);
    }
  });

  it('of one session a week the next one is in seven days; of none there is none', () => {
    const { programme } = assessed;
    const some = (sessions: typeof programme.sessions): Today => on(monday, {}, { ...assessed, programme: { ...programme, sessions } });
    expect(some(programme.sessions.slice(0, 1)).nextDay?.day).toBe(dayAfter(7));
    expect(some([])).toMatchObject({ kind: 'rest', sessions: [] });
    expect(some([]).nextDay).toBeUndefined();
  });

  it.each<[Partial<Run>, boolean]>([
    [{ outcome: 'completed' }, true],
    [{ outcome: 'completed', sets: [] }, true],
    [{ outcome: 'ended-early' }, true],
    [{ outcome: 'ended-early', sets: [] }, false],
    [{ session: 'another' }, false],
    [{ startedDay: dayAfter(-1) }, false],
  ])('a walk with %o has done the session of today: %s', (parts, done) => {
    expect(on(monday, { runs: [run(0, parts)] }).sessions.map((session) => session.done)).toEqual([done]);
  });

  it('a walk that is still open has not done it', () => {
    const { outcome: _outcome, ...open } = run(0);
    expect(on(monday, { runs: [open] }).sessions.map((session) => session.done)).toEqual([false]);
  });
});

describe('[E-07] a walk that was not ended', () => {
  const after = { startedAtMillis: (checked.latestCheck?.atMillis ?? 0) + 1 };

  it('goes on today, and not on another day nor from before the check', () => {
    const offered = (open: Run): boolean => on(monday, { unfinishedRun: open }).unfinishedRun === open;
    expect([run(0, after), run(-1, after), run(1, after), run(0, { startedAtMillis: 0 })].map(offered)).toEqual([true, false, false, false]);
    expect(on(monday)).not.toHaveProperty('unfinishedRun');
  });

  it('waits where a sign stops the day', () => {
    expect(on(monday, { unfinishedRun: run(0, after), shortSafetySinceCheck: [told(['RF42'], 0)] })).not.toHaveProperty('unfinishedRun');
  });
});

describe('[E-09] signs since the check', () => {
  it.each(flagIds)('%s stops until a new check, but for what passes by itself', (id) => {
    const kinds = [0, 1, 2, 30].map((days) => on(dayAfter(days * 7), { shortSafetySinceCheck: [told([id], 0)] })).map(({ kind, because }) => [kind, because]);
    const passes = id === 'RF42' || id === 'RF54';
    const after = passes ? ['sessions', []] : ['stopped', [id]];
    expect(kinds).toEqual([[passes ? 'not-today' : 'stopped', [id]], after, after, after]);
  });

  it.each<[FlagId, readonly string[]]>([
    ['RF42', ['not-today', 'not-today', 'sessions']],
    ['RF54', ['not-today', 'sessions', 'sessions']],
  ])('[RF42] [RF54] %s passes in its own time, told by a short form or by the check', (id, kinds) => {
    const days = [0, 1, 2];
    expect(days.map((days) => on(dayAfter(days), { shortSafetySinceCheck: [told([id], 0)] }).kind)).toEqual(kinds);
    const { triage } = assessed;
    const fromCheck: SteppedAssessment = { ...assessed, triage: { ...triage, conduct: { ...triage.conduct, noSessionToday: [id] } } };
    expect(days.map((days) => on(dayAfter(days), {}, fromCheck).kind)).toEqual(kinds);
    expect(on(monday, {}, fromCheck).because).toEqual([id]);
  });

  it('[S-PAIN] pain of 6 at rest in any of them stops', () => {
    expect([5, 6, 10].map((pain) => on(monday, { shortSafetySinceCheck: [told([], 0, pain), told([], 0)] }).because)).toEqual([[], ['S-PAIN'], ['S-PAIN']]);
  });

  it('are told once each, with what the check said and what pain says', () => {
    const { because } = on(dayAfter(2), { shortSafetySinceCheck: [told(['RF13', 'RF42'], 0, 7), told(['RF13', 'RF06'], 1, 8)], runs: [run(1, { outcome: 'stopped', because: 'D-05' })] });
    expect(because).toEqual(['RF13', 'RF06', 'S-PAIN', 'D-05']);
  });

  it('[S-01] a check without a programme stops for its own reasons; with one they are only told', () => {
    const reasons = [{ id: 'RF21', level: 'D', lifted: true }] as const;
    const lifted: SteppedAssessment = { ...assessed, triage: { ...assessed.triage, level: 'D', reasons } };
    expect(on(monday, {}, lifted)).toMatchObject({ kind: 'sessions', because: [] });
    expect(on(monday, {}, { ...lifted, programme: null })).toEqual({ kind: 'stopped', because: ['RF21'], sessions: [], changes: [], retestDue: false });
    expect(on(dayAfter(90), {}, { ...lifted, programme: null }).retestDue).toBe(false);
    expect(on(monday, {}, { ...lifted, triage: { ...lifted.triage, reasons: [] }, programme: null })).toMatchObject({ kind: 'stopped', because: [] });
  });
});

describe('[D-01] a stop', () => {
  it('ends its own day, by the rule that it names, and no other day', () => {
    const stopped = (parts: Partial<Run>, days = 0): Today => on(monday, { runs: [run(days, { outcome: 'stopped', ...parts })] });
    expect(stopped({})).toMatchObject({ kind: 'not-today', because: ['D-01'], sessions: [], dayOfWeek: 1, nextDay: { day: dayAfter(1) } });
    expect(stopped({ because: 'T-07' }).because).toEqual(['T-07']);
    expect(stopped({}, -1).kind).toBe('sessions');
    expect(on(monday, { runs: [run(0, { outcome: 'ended-early', because: 'D-01' })] }).kind).toBe('sessions');
  });
});

describe('what is asked', () => {
  it('[D-03] is the day after, for three days from the next one on', () => {
    const due = run(0);
    const asked = [-1, 0, 1, 2, 3, 4].map((days) => on(dayAfter(days), { nextDayDue: due }).nextDayDue === due);
    expect(asked).toEqual([false, false, true, true, true, false]);
    expect(nextDayAskDays).toBe(3);
    expect(on(dayAfter(1))).not.toHaveProperty('nextDayDue');
  });

  it('[D-06] is a new check once its days are over, also where the day is stopped', () => {
    const { retestAfterDays } = assessed.programme;
    const due = (days: number, parts: Partial<DiaryState> = {}): boolean => on(dayAfter(days), parts).retestDue;
    expect([0, retestAfterDays - 1, retestAfterDays, retestAfterDays + 100].map((days) => due(days))).toEqual([false, false, true, true]);
    expect(due(retestAfterDays, { shortSafetySinceCheck: [told(['RF13'], 0)] })).toBe(true);
  });

  it('shows what the diary changed in the sessions of today, and nothing where there are none', () => {
    const [item] = assessed.programme.sessions[0]?.items ?? [];
    if (item === undefined) throw new Error('no item');
    const change = { day: day('2026-03-01'), exercise: item.exercise, side: 'both', key: 'holdUp', rule: 'D-03', values: { from: 1, to: item.holdSeconds ?? 0 } } as const;
    const changed: SteppedAssessment = { ...assessed, changes: [change] };
    expect(on(monday, {}, changed).changes).toEqual([change]);
    expect(on(addDays(monday, 3), {}, changed).changes).toEqual([]);
    const { changes: _changes, ...unchanged } = changed;
    expect(on(monday, {}, unchanged).changes).toEqual([]);
    expect(on(monday, { shortSafetySinceCheck: [told(['RF13'], 0)] }, changed).changes).toEqual([]);
  });
});
