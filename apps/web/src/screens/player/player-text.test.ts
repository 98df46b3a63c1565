import { describe, expect, it } from 'vitest';
import { sentenceKeys, stopKeys } from '@psoas/core/session';
import { byId } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import done from '@psoas/knowledge/text/done';
import text from '@psoas/knowledge/text/player';
import { cueNumber, lineText, nextText, placeText, sayToText } from './player-text.ts';

const exerciseById = byId(exercises);
const base = { item: 0, exercise: 'dead-bug', seconds: 30, set: 1, sets: 2 } as const;

describe('the words of a session', () => {
  it('has a text for everything the player says and decides', () => {
    for (const key of sentenceKeys) expect(text.spoken[key]).toBeTruthy();
    for (const key of stopKeys) expect(text.stop[key].title).toBeTruthy();
    for (const { feel } of exercises)
      for (const { where } of feel.answers) expect(text.feltPlaces[where]).toBeTruthy();
  });

  it('leaves no mark unfilled, on either side or both', () => {
    for (const exercise of exercises) {
      exercise.instructions.forEach((_, line) => {
        for (const side of ['left', 'right', 'both'] as const)
          expect(lineText(exercise, line, side)).not.toMatch(/[{}]/);
      });
    }
    for (const key of sentenceKeys) {
      const say = {
        kind: 'sentence',
        key,
        exercise: 'dead-bug',
        side: 'left',
        seconds: 30,
        reps: 8,
      } as const;
      expect(sayToText(say, exerciseById)).not.toMatch(/[{}]/);
    }
  });

  it('says the switch, the side and what comes next', () => {
    expect(
      sayToText(
        { kind: 'sentence', key: 'switch', exercise: 'dead-bug', side: 'right', seconds: 8 },
        exerciseById,
      ),
    ).toBe('Change to the right side.');
    expect(
      sayToText({ kind: 'sentence', key: 'ready', exercise: 'dead-bug', side: 'both' }, exerciseById),
    ).toBe('Next: Dead bug.');
    expect(placeText({ step: { ...base, kind: 'work', mode: 'hold', side: 'right' }, side: 'right' })).toBe(
      'Right side, set 1 of 2',
    );
    expect(placeText({ step: { ...base, kind: 'rest' }, side: undefined })).toBe('Set 1 of 2');
    expect(nextText({ ...base, kind: 'switch', to: 'left' }, exerciseById)).toBe('Next: change to the left');
    expect(nextText(undefined, exerciseById)).toBe('This is the last step');
  });

  it('neither cheers nor promises', () => {
    expect(JSON.stringify([text, done])).not.toMatch(
      /!|diagnos|\bcure|\btreat|prescri|physical therapy|well done|great/i,
    );
  });

  it('numbers the cues of an exercise, so that a cue finds the fault that it mends', () => {
    const exercise = exerciseById.get('dead-bug');
    const cues = exercise?.instructions.flatMap(({ kind }, line) => (kind === 'cue' ? [line] : [])) ?? [];
    expect(cues.map((line) => cueNumber(exercise, line))).toEqual([0, 1, 2, 3]);
    expect(cueNumber(exercise, 0)).toBeUndefined();
    expect(cueNumber(undefined, 5)).toBeUndefined();
  });
});
