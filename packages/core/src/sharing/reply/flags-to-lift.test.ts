import { describe, expect, it } from 'vitest';
import { assessFromDiary, todayOf, triageOn, type DiaryState } from '../../diary/index.ts';
import { entry, healthyAnswers } from '../../diary/testing/sample-events.ts';
import type { FlagId, Triage } from '../../safety/index.ts';
import { context, diaryWith, startDay } from '../testing/sample-share.ts';
import { flagsToLift } from './flags-to-lift.ts';

const named: readonly FlagId[] = ['RF21', 'RF49', 'RF01', 'RF31'];
const check = (yes: readonly FlagId[], id: string, at: number): unknown => entry('check-completed', { answers: { ...healthyAnswers, safety: { ...healthyAnswers.safety, yes } } }, { id, at });
const triageOf = (state: DiaryState): Triage | undefined => triageOn(state, assessFromDiary(state, context), context.today);

describe('flagsToLift', () => {
  it('[S-05] [SH-06] of a guest’s word only what the screening names at level C, and nothing beside something urgent', () => {
    expect(flagsToLift({ flags: named }, triageOf(diaryWith()))).toEqual([]);
    expect(flagsToLift({ flags: named }, triageOf(diaryWith(check(['RF49'], 'c', 60))))).toEqual(['RF49']);
    expect(flagsToLift({ flags: named }, triageOf(diaryWith(check(['RF49', 'RF01'], 'c', 60))))).toEqual([]);
    expect(flagsToLift({ flags: named }, undefined)).toEqual([]);
  });

  it('[S-05] what was lifted can be agreed to anew', () => {
    const lifted = diaryWith(check(['RF49'], 'c', 60), entry('clinician-agreed', { flags: ['RF49'], date: startDay }, { id: 'w', at: 61 }));
    expect(todayOf(lifted, assessFromDiary(lifted, context), context.today).kind).not.toBe('stopped');
    expect(flagsToLift({ flags: named }, triageOf(lifted))).toEqual(['RF49']);
  });

  it('[S-05] a word for what nobody has raised would lift it later, so it is not written', () => {
    const ahead = diaryWith(entry('clinician-agreed', { flags: ['RF49'], date: startDay }, { id: 'w', at: 60 }), check(['RF49'], 'c', 70));
    const without = diaryWith(check(['RF49'], 'c', 70));
    const kindOf = (state: DiaryState): string => todayOf(state, assessFromDiary(state, context), context.today).kind;
    expect([kindOf(without), kindOf(ahead)]).toEqual(['stopped', 'sessions']);
    expect(flagsToLift({ flags: ['RF49'] }, triageOf(diaryWith()))).toEqual([]);
  });
});
