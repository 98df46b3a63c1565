import { join } from 'node:path';
import { parseLocalDate } from '@psoas/kernel';
import { stepKeys, type StepChange, type StepKey } from '@psoas/core/diary';
import { describe, expect, it } from 'vitest';
import { stepSentence } from './step-sentence.ts';

const parsed = parseLocalDate('2026-03-02');
if (!parsed.ok) throw new Error('not a day');
const day = parsed.value;

const stepsBack: readonly StepKey[] = stepKeys.filter((key) => key.endsWith('Down'));
const stepsUp: readonly StepKey[] = stepKeys.filter((key) => key.endsWith('Up') || key === 'untrim');

type Case = Pick<StepChange, 'key' | 'rule' | 'values'> & { readonly exercise?: string };

const amounts = { from: 10, to: 12 };
const less = { from: 10, to: 8, variant: 'band-above-knees' };
const cases: readonly Case[] = [
  ...stepsUp
    .filter((key) => key !== 'variantUp')
    .map((key): Case => ({ key, rule: 'D-03', values: { ...amounts, pain: 1 } })),
  { key: 'variantUp', rule: 'D-03', values: { variant: 'band-above-knees' } },
  { key: 'variantUp', rule: 'D-03', values: { variant: 'ankle-weight', to: 0.5 }, exercise: 'seated-leg-raise' },
  { key: 'loadUp', rule: 'D-03', values: { to: 4 } },
  { key: 'loadUp', rule: 'D-03', values: {} },
  { key: 'variantDown', rule: 'D-09', values: { days: 12 } },
  { key: 'holdUp', rule: 'D-03', values: { from: 45, to: 50 }, exercise: 'kneeling-hip-flexor-lunge' },
  { key: 'trim', rule: 'D-04', values: { ...less, pain: 4, percent: 20 } },
  { key: 'trim', rule: 'D-04', values: { from: 45, to: 34, pain: 5, percent: 24 }, exercise: 'kneeling-hip-flexor-lunge' },
  { key: 'trim', rule: 'D-11', values: less },
  ...stepsBack.flatMap((key): readonly Case[] => [
    { key, rule: 'D-04', values: { ...less, pain: 6 } },
    { key, rule: 'D-04', values: { ...less, pain: 2 } },
    { key, rule: 'D-01', values: less },
    { key, rule: 'D-09', values: { ...less, days: 12 } },
  ]),
  { key: 'startAgain', rule: 'D-09', values: { days: 30 } },
  { key: 'setsTo', rule: 'SH-10', values: { from: 2, to: 3, by: 'Anna' } },
  { key: 'repsTo', rule: 'SH-10', values: { from: 8, to: 10, by: 'Anna' } },
  { key: 'holdTo', rule: 'SH-10', values: { from: 45, to: 40, by: 'Anna' }, exercise: 'kneeling-hip-flexor-lunge' },
  { key: 'proposalWaits', rule: 'SH-10', values: { by: 'Anna' } },
  { key: 'repsTo', rule: 'SH-12', values: { from: 10, to: 8, by: 'Anna' } },
];

function told({ exercise = 'standing-march', key, rule, values }: Case): string {
  return stepSentence({ exercise, side: 'both', day, key, rule, values }, []);
}

describe('the sentence of a step', () => {
  it('[D-02] every key of a change has one, with no place left open', () => {
    const sentences = stepKeys.flatMap((key) => {
      const own = cases.filter((each) => each.key === key);
      return own.length === 0 ? [`no case for ${key}`] : own.map(told);
    });
    expect(sentences.filter((sentence) => !/^[A-Z0-9][^{}]*\.$/.test(sentence))).toEqual([]);
  });

  it('[D-02] reads as golden/step-sentences.txt', async () => {
    const lines = cases.map((each) => `${each.rule} ${each.key}: ${told(each)}`);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(import.meta.dirname, '../golden/step-sentences.txt'));
  });
});
