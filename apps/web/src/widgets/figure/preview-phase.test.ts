import { describe, expect, it } from 'vitest';
import type { Movement } from '@psoas/body';
import { previewPhase } from './preview-phase.ts';

const held: Movement = {
  id: 'held',
  view: 'side',
  props: [],
  keyframes: [],
  entry: [{ to: 'low', seconds: 2 }],
  repetition: [],
  shows: 'low',
  faults: [],
  variants: [],
};
const counted: Movement = {
  ...held,
  entry: [],
  repetition: [
    { to: 'low', lasts: 'down' },
    { to: 'tall', lasts: 'up' },
  ],
};
const tempo = { upSeconds: 2, pauseSeconds: 1, downSeconds: 3 };

describe('the preview of an exercise', () => {
  it('goes into a hold, stays a breath, comes back, and begins again', () => {
    expect([0, 1.8, 3, 9, 12].map((seconds) => previewPhase(held, undefined, seconds).kind)).toEqual([
      'ready',
      'ready',
      'hold',
      'rest',
      'ready',
    ]);
  });

  it('does two repetitions at the tempo of the dose', () => {
    expect(previewPhase(counted, tempo, 0.8)).toEqual({ kind: 'repetitions', seconds: 0, tempo });
    expect(previewPhase(counted, tempo, 0.8 + 9.9)).toMatchObject({ kind: 'repetitions' });
    expect(previewPhase(counted, tempo, 0.8 + 10.1)).toMatchObject({ kind: 'rest' });
  });
});
