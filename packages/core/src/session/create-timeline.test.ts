import { describe, expect, it } from 'vitest';
import { testExercise, testRepsDose } from '../catalogue/test-catalogue.ts';
import type { PlanItem } from '../programme/programme.ts';
import { createTimeline, itemSeconds } from './create-timeline.ts';
import { askSeconds, defaultTimelineOptions, readySeconds, switchSeconds, type Step } from './step.ts';

const exercises = new Map([
  ['lunge', testExercise({ id: 'lunge' })],
  ['march', testExercise({ id: 'march', class: 'strengthen', side: { model: 'alternating' } })],
  ['bridge', testExercise({ id: 'bridge', class: 'strengthen', side: { model: 'bilateral' } })],
]);
const lunge: PlanItem = { exercise: 'lunge', class: 'stretch', side: 'both', sets: 2, holdSeconds: 45, restSeconds: 10, because: ['P-02'] };
const march: PlanItem = { exercise: 'march', class: 'strengthen', side: 'both', sets: 2, reps: 10, tempo: testRepsDose.tempo, restSeconds: 30, because: ['P-02'] };

function text(step: Step): string {
  const side = step.kind === 'switch' ? `to ${step.to}` : 'side' in step ? step.side : '';
  return `${step.kind} ${side} ${step.set} ${step.seconds}s`.replace('  ', ' ');
}

const stepsOf = (item: PlanItem, options = defaultTimelineOptions): readonly string[] => createTimeline([item], exercises, options).steps.map(text);

describe('createTimeline', () => {
  it('[P-04] holds each side for the same time, with a full second window after the switch', () => {
    expect(stepsOf(lunge)).toEqual(['ready left 1 10s', 'work left 1 45s', 'switch to right 1 8s', 'work right 1 45s', 'switch to left 2 8s', 'work left 2 45s', 'switch to right 2 8s', 'work right 2 45s', 'ask both 2 10s']);
  });

  it('finishes one side first when wished, with rests between its sets', () => {
    expect(stepsOf(lunge, { firstSide: 'right', order: 'one-side-first' })).toEqual(['ready right 1 10s', 'work right 1 45s', 'rest 2 10s', 'work right 2 45s', 'switch to left 1 8s', 'work left 1 45s', 'rest 2 10s', 'work left 2 45s', 'ask both 2 10s']);
  });

  it('works one side only when the item says so', () => {
    expect(stepsOf({ ...lunge, side: 'right', sets: 1 })).toEqual(['ready right 1 10s', 'work right 1 45s', 'ask right 1 10s']);
  });

  it('counts repetitions for both legs of an alternating exercise, once for both legs together', () => {
    expect(stepsOf(march)).toEqual(['ready both 1 10s', 'work both 1 100s', 'rest 2 30s', 'work both 2 100s', 'ask both 2 10s']);
    expect(stepsOf({ ...march, exercise: 'bridge', sets: 1 })[1]).toBe('work both 1 50s');
    expect(stepsOf({ ...march, side: 'left', sets: 1 })[1]).toBe('work left 1 50s');
  });

  it('adds up to what the item takes', () => {
    const { totalSeconds } = createTimeline([lunge, march], exercises);
    expect(totalSeconds).toBe(itemSeconds(lunge, exercises.get('lunge')) + itemSeconds(march, exercises.get('march')));
    expect(itemSeconds(lunge, exercises.get('lunge'))).toBe(readySeconds + 4 * 45 + 3 * switchSeconds + askSeconds);
  });

  it('is empty for no items', () => {
    expect(createTimeline([], exercises)).toEqual({ steps: [], totalSeconds: 0 });
  });
});
