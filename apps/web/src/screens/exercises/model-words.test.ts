import { describe, expect, it } from 'vitest';
import { changeWords, modelSentence } from './model-words.ts';

describe('what the model shows, in words', () => {
  it('gives per cent to one decimal, and no direction below half a per cent', () => {
    expect([5.64, -20.4, 0.4, -0.4].map(changeWords)).toEqual([
      '5.6 % longer',
      '20.4 % shorter',
      'as long as in standing',
      'as long as in standing',
    ]);
  });

  it('says what it means for the kind of exercise', () => {
    expect(modelSentence('stretch', 4.4)).toContain('4.4 % longer');
    expect(modelSentence('stretch', 0)).toContain('another muscle');
    expect(modelSentence('strengthen', -20.4)).toContain('trains it and does not stretch it');
    expect(modelSentence('release', -2)).toContain('Nothing is stretched');
  });
});
