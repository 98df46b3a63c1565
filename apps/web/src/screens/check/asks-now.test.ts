import { questions } from '@psoas/knowledge/questions';
import { expect, it } from 'vitest';
import { asksNow } from './asks-now.ts';

const question = questions.find(({ id }) => id === 'RF23');

it('[RF23] asks about the birth only as long as no week of pregnancy is given', () => {
  if (question === undefined) throw new Error('RF23');
  expect(asksNow(question, new Set<string>()).map(({ detail }) => detail)).toContain('birth');
  expect(asksNow(question, new Set(['pregnancy.weeks'])).map(({ detail }) => detail)).toEqual(['pregnancy']);
});
