import { assessFromDiary, foldDiary } from '@psoas/core/diary';
import { weeklyStretchLimitSeconds, type PlanItem } from '@psoas/core/programme';
import { blockingExclusions } from '@psoas/core/safety';
import { exclusionsOfFindings } from '@psoas/core/selfcheck';
import { byId, sides } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { amountsAbove, limitedAmounts } from './limits-after-pain.ts';
import { arbitraryDiaryWithProposals, liveDiary, type LivedDiary } from './short-diary.ts';

// What must hold whatever somebody proposes and accepts; DIARIES=500 is the full run.
const numRuns = Number(process.env['DIARIES'] ?? 12);
const seed = Number(process.env['SEED'] ?? 20261121);
const exerciseById = byId(catalogue.exercises);

let diaries: readonly LivedDiary[] = [];
beforeAll(() => {
  diaries = fc.sample(arbitraryDiaryWithProposals(), { numRuns, seed }).map(liveDiary);
}, 3_600_000);
const days = (): readonly LivedDiary['seen'][number][] => diaries.flatMap(({ seen }) => seen);
const itemsOf = ({ assessment }: LivedDiary['seen'][number]): readonly PlanItem[] => assessment.programme?.sessions.flatMap(({ items }) => items) ?? [];

describe(`${numRuns} short diaries with proposals`, () => {
  it('hold enough of what is proposed for the rest to mean something', () => {
    const items = days().flatMap(itemsOf);
    expect(items.filter(({ because }) => because.includes('SH-10')).length).toBeGreaterThan(numRuns);
    expect(items.filter(({ because }) => because.includes('SH-11')).length).toBeGreaterThan(numRuns);
    expect(items.filter(({ because }) => because.includes('P-11')).length).toBeGreaterThan(numRuns);
    const keys = new Set(diaries.flatMap(({ events, end }) => assessFromDiary(foldDiary(events), { catalogue, today: end })?.changes ?? []).map(({ key }) => key));
    expect(['repsTo', 'setsTo', 'holdTo', 'proposalWaits'].filter((key) => ![...keys].some((each) => each === key))).toEqual([]);
  });

  it('[SH-10] [S-06] [P-05] no accepted proposal brings what is excluded, on no side, nor what waits for its gate', () => {
    for (const seen of days()) {
      const { triage, findings, programme } = seen.assessment;
      const exclusions = [...triage.exclusions, ...(findings === null ? [] : exclusionsOfFindings(findings))];
      const closed = new Set([...(programme?.locked ?? []), ...(programme?.leftOut ?? [])].map(({ exercise }) => exercise));
      for (const item of itemsOf(seen)) {
        const exercise = exerciseById.get(item.exercise);
        const worked = item.side === 'both' ? sides : [item.side];
        expect(exercise?.planned).toBe(true);
        expect(closed.has(item.exercise)).toBe(false);
        expect(worked.flatMap((side) => (exercise === undefined ? [] : blockingExclusions(exercise, side, exclusions)))).toEqual([]);
        if (exercise?.side.model === 'bilateral') expect(item.side).toBe('both');
      }
    }
  });

  it('[SH-09] no accepted proposal brings an amount beyond the ranges of its exercise', () => {
    for (const seen of days())
      for (const { exercise, sets, reps = 0, holdSeconds = 0 } of itemsOf(seen)) {
        const doses = Object.values(exerciseById.get(exercise)?.doses ?? {});
        expect(reps).toBeLessThanOrEqual(Math.max(0, ...doses.map((dose) => dose.reps?.max ?? 0)));
        expect(holdSeconds).toBeLessThanOrEqual(Math.max(0, ...doses.map((dose) => dose.holdSeconds?.max ?? 0)));
        expect(sets).toBeLessThanOrEqual(3);
      }
  });

  it('[SH-10] [P-01] [P-03] minutes and the weekly stretch hold, whatever is accepted', () => {
    for (const { today, assessment, state } of days()) {
      const about = state.latestCheck?.answers as { readonly about?: { readonly minutesPerDay?: number } } | undefined;
      expect(today.sessions.reduce((total, { minutes }) => total + minutes, 0)).toBeLessThanOrEqual(about?.about?.minutesPerDay ?? 0);
      for (const side of sides) expect(assessment.programme?.weeklyStretchSeconds[side] ?? 0).toBeLessThanOrEqual(weeklyStretchLimitSeconds);
    }
  });

  it('[SH-13] [D-04] after a bad report no accepted proposal brings more until two good sessions', () => {
    const limited = days().flatMap(limitedAmounts);
    expect(limited.flatMap((each) => amountsAbove(each).map((amount) => `${amount}: ${each.told}`))).toEqual([]);
    expect(limited.length).toBeGreaterThan(numRuns);
  });
});
