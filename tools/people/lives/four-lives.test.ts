import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAnswers } from '@psoas/core/answers';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lifeToText } from './life-text.ts';
import { liveLife } from './live-life.ts';

describe('four lives that anyone can read', () => {
  const answers = parseAnswers(parse(readFileSync(join(import.meta.dirname, '../../../packages/core/people/desk-worker.yaml'), 'utf8'))).complete;
  if (answers === undefined) throw new Error('no answers');
  it.each(['keen', 'flaring', 'asymmetric', 'travelling'] as const)('a desk worker, %s', async (temperament) => {
    const life = liveLife(answers, temperament, 7);
    await expect(lifeToText(life)).toMatchFileSnapshot(join(import.meta.dirname, '../golden', `life-${temperament}.txt`));
  });
});
