import { articleHeads } from '@psoas/knowledge/articles';
import { checks } from '@psoas/knowledge/checks';
import { claims } from '@psoas/knowledge/claims';
import { exercises } from '@psoas/knowledge/exercises';
import { faq } from '@psoas/knowledge/faq';
import { groups, modifiers, questions } from '@psoas/knowledge/questions';
import { sources } from '@psoas/knowledge/sources';
import { describe, expect, it } from 'vitest';
import { examine, screeningSeconds, type Knowledge } from './examine.ts';

const knowledge: Knowledge = { exercises, checks, questions, groups, modifiers, claims, articleHeads, faq, sources };

function findingsOf(id: string, changed: Partial<Knowledge>): readonly string[] {
  return examine({ ...knowledge, ...changed }).find((part) => part.id === id)?.findings ?? [];
}

describe('the knowledge as it stands', () => {
  it('holds all of it: 23 exercises, 4 self-tests, RF01 to RF54, 403 claims, 10 articles', () => {
    expect(exercises).toHaveLength(23);
    expect(checks).toHaveLength(4);
    expect(questions.map(({ id }) => id).toSorted()).toEqual(Array.from({ length: 54 }, (_, index) => `RF${String(index + 1).padStart(2, '0')}`));
    expect(claims.map(({ id }) => id).toSorted()).toEqual(Array.from({ length: 403 }, (_, index) => `C${String(index + 1).padStart(3, '0')}`));
    expect(articleHeads).toHaveLength(10);
  });

  it('[S-08] a healthy person scans all questions in under a minute', () => {
    expect(screeningSeconds(knowledge)).toBeLessThan(60);
    expect(questions.every(({ label }) => label.split(' ').length <= 7)).toBe(true);
  });

  it('never says what the product does not say', () => {
    const shown = [exercises, checks, questions, modifiers, faq, articleHeads].flat().map((item) => JSON.stringify(item));
    expect(shown.filter((text) => /\b(cure[sd]?|prescri\w+|physical therap\w+)\b/i.test(text))).toEqual([]);
  });
});

describe('what the doctor finds', () => {
  const [first, ...others] = exercises;
  if (first === undefined) throw new Error('no exercise');

  it('an exercise without its steps', () => {
    expect(findingsOf('missing-text', { exercises: [{ ...first, instructions: [] }, ...others] })).toContain(`${first.id}: no step line`);
  });

  it('a claim that its place does not know', () => {
    const lost = { id: 'C999', seed: 'seed-000', subject: 'x', statement: 'x', verdict: 'agreed', wording: 'x', sources: [], place: ['exercise:dead-bug'] } as const;
    expect(findingsOf('orphan-claims', { claims: [...claims, { ...lost, sources: [], place: [...lost.place] }] })).toEqual(['C999: none of exercise:dead-bug lists it']);
  });

  it('a planned exercise above the first rung with nothing easier', () => {
    expect(findingsOf('no-easier-neighbour', { exercises: [{ ...first, planned: true, rung: 3, easier: [] }, ...others] })).toEqual([first.id]);
  });

  it('questions that take too long', () => {
    expect(findingsOf('slow-screening', { questions: [...questions, ...questions] })).toHaveLength(1);
  });

  it('a source that nothing cites', () => {
    expect(findingsOf('unused-sources', { sources: [{ id: 'S900', title: 'Nobody', kind: 'study', read: 'at-source', supports: 'x' }] })).toEqual(['S900: Nobody']);
  });
});
