import { describe, expect, it } from 'vitest';
import { movementLengths } from '@psoas/knowledge/lengths';
import { exercises } from '@psoas/knowledge/exercises';
import { changeWords, faultWords, modelSentence } from './model-words.ts';

function sentenceOf(id: string): string {
  const exercise = exercises.find((each) => each.id === id);
  const lengths = movementLengths[id];
  if (exercise === undefined || lengths === undefined) throw new Error(`no '${id}'`);
  return modelSentence(exercise, lengths);
}

describe('what the model shows, in words', () => {
  it('gives per cent to one decimal, and no direction below half a per cent', () => {
    expect([5.64, -20.4, 0.4, -0.4].map(changeWords)).toEqual([
      '5.6\u00a0% longer',
      '20.4\u00a0% shorter',
      'as long as in standing',
      'as long as in standing',
    ]);
  });

  it('says of a fault what it is compared with', () => {
    expect(faultWords('psoas-major', -4.1)).toBe('Psoas here: 4.1\u00a0% shorter than in standing.');
    expect(faultWords('psoas-major', 0.1)).toBe('Psoas here: as long as in standing.');
  });

  it('tells stretching from lifting and from lowering', () => {
    expect(sentenceOf('kneeling-hip-flexor-lunge')).toMatch(
      /^In this posture the psoas .* longer .* stretch of it needs/,
    );
    expect(sentenceOf('standing-march')).toContain('lifts gets shorter');
    expect(sentenceOf('dead-bug')).toMatch(/main work|brakes/);
    expect(sentenceOf('lying-leg-raise-double')).toContain('brakes');
  });

  it('speaks of the muscle that the exercise is for, and owns up where it is another', () => {
    expect(sentenceOf('couch-stretch')).toContain('the long thigh muscle');
    expect(sentenceOf('bird-dog-crunch')).toContain('done by other muscles');
    expect(sentenceOf('bridge')).toContain('done by other muscles');
    expect(sentenceOf('supine-psoas-release')).toContain('Nothing is stretched here');
  });

  it('leaves no mark unfilled for any exercise', () => {
    for (const { id } of exercises) expect(sentenceOf(id)).not.toMatch(/[{}]|undefined/);
  });
});
