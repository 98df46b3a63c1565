import { groups, questions } from '@psoas/knowledge/questions';
import { expect, it } from 'vitest';

/** Silent reading of prose, words a minute (Brysbaert 2019; general knowledge, not re-read). */
const wordsPerMinute = 238;

it('[S-08] what a healthy person scans is read in under a minute', () => {
  const scanned = [...questions.map(({ label }) => label), ...groups.flatMap(({ title, lead }) => [title, lead])];
  const words = scanned.join(' ').split(/\s+/).length;
  expect((words / wordsPerMinute) * 60).toBeLessThan(60);
});
