import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { PluralRule } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import { faq } from '@psoas/knowledge/faq';
import { sources } from '@psoas/knowledge/sources';
import check from '@psoas/knowledge/text/check';
import exercisesText from '@psoas/knowledge/text/exercises';
import { doseNames, doseWords } from './dose-words.ts';
import { exerciseGraph, faqGraph, graphToText, type GraphPage, type JsonLdInput } from './index.ts';
import { blocksToText } from './plain-text.ts';

const plural: PluralRule = (count) => (count === 1 ? 'one' : 'other');
const input: JsonLdInput = {
  words: { exercises: exercisesText, things: check.week.equipmentNames },
  language: 'en-GB',
  plural,
  sources,
};
const page: GraphPage = {
  url: 'https://example.org/exercises/x/',
  name: 'X',
  description: 'A page.',
  trail: [{ name: 'Start', url: 'https://example.org/' }],
};
const nodesOf = (id: string, type: string) => {
  const exercise = exercises.find((each) => each.id === id);
  if (exercise === undefined) throw new Error(`no exercise ${id}`);
  return exerciseGraph(exercise, page, input)['@graph'].filter((node) => node['@type'] === type);
};

describe('an exercise', () => {
  it.each(exercises)('[WS-08] $id: safety is told first, and the steps in their order', (exercise) => {
    const [howTo] = exerciseGraph(exercise, page, input)['@graph'].filter((node) => node['@type'] === 'HowTo');
    const sections = howTo?.step ?? [];
    expect(sections[0]?.name).toBe(exercisesText.page.safety);
    expect(sections.map(({ position }) => position)).toEqual(sections.map((_, index) => index + 1));
    const told = sections.flatMap(({ itemListElement }) => itemListElement.map(({ text }) => text));
    expect(told.length).toBe(exercise.instructions.length + exercise.stops.length);
    expect(told.filter((text) => text.includes('{'))).toEqual([]);
  });

  it.each(exercises)('[WS-09] $id: a plan for each dose, and none where psoas plans none', (exercise) => {
    const plans = exerciseGraph(exercise, page, input)['@graph'].filter(
      (node) => node['@type'] === 'ExercisePlan',
    );
    const doses = doseNames.filter((name) => exercise.doses[name] !== undefined);
    expect(plans.map((plan) => plan['@id'])).toEqual(
      exercise.planned ? doses.map((name) => `${page.url}#plan-${name}`) : [],
    );
    for (const plan of plans) {
      expect(plan.additionalVariable).not.toBe('');
      expect(plan.activityFrequency).not.toBe('');
      expect(plan.repetitions ?? plan.activityDuration).toBeDefined();
    }
  });

  it('[WS-09] keeps the range and the value to begin with, seconds by their unit', () => {
    expect(nodesOf('dead-bug', 'ExercisePlan')[0]).toMatchObject({
      repetitions: { '@type': 'QuantitativeValue', value: 10, minValue: 6, maxValue: 12 },
      restPeriods: { '@type': 'QuantitativeValue', value: 45, unitCode: 'SEC' },
      additionalVariable: '2 to 3 sets',
      activityFrequency: '2 to 3 times a week',
    });
    expect(nodesOf('kneeling-hip-flexor-lunge', 'ExercisePlan')[0]).toMatchObject({
      activityDuration: { unitCode: 'SEC' },
    });
  });

  it('[WS-10] says a title only where it was recorded', () => {
    const described = sources.filter(({ titleIs }) => titleIs === 'described').map(({ title }) => title);
    const text = exercises.map((exercise) => JSON.stringify(exerciseGraph(exercise, page, input))).join('');
    expect(described.filter((title) => text.includes(`"name":${JSON.stringify(title)}`))).toEqual([]);
  });
});

describe('questions', () => {
  it('[WS-08] each has an answer without marks of citation', () => {
    const [node] = faqGraph(faq, page, input)['@graph'];
    const questions = node?.['@type'] === 'FAQPage' ? node.mainEntity : [];
    expect(questions.map(({ name }) => name)).toEqual(faq.map(({ question }) => question));
    for (const { acceptedAnswer } of questions) {
      expect(acceptedAnswer.text.length).toBeGreaterThan(50);
      expect(acceptedAnswer.text).not.toMatch(/\[|\bS\d+\b| \.|  /);
    }
  });
});

describe('a data block', () => {
  it('[WS-07] no text can end it or begin a comment, and it reads back as it was', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('</script>', '<!--<script>', '\u2028')), (text) => {
        const graph = faqGraph([], { ...page, name: text }, input);
        const block = graphToText(graph);
        expect(block).not.toContain('<');
        expect(JSON.parse(block)).toEqual(graph);
      }),
    );
  });

  it('leaves no space where a citation stood', () => {
    const spans = [
      { kind: 'text', text: 'It is long ' },
      { kind: 'cite', source: 'S1' },
      { kind: 'text', text: '. And deep ' },
      { kind: 'cite', source: 'S2' },
      { kind: 'text', text: ' too.' },
    ] as const;
    expect(blocksToText([{ kind: 'paragraph', spans }])).toBe('It is long. And deep too.');
  });
});

describe('a dose in words', () => {
  it('says ranges, single numbers and what happens once', () => {
    const one = { min: 1, max: 1, default: 1 };
    const words = exercisesText.page;
    expect(
      doseWords({ sets: one, holdSeconds: { min: 30, max: 45, default: 45 }, restSeconds: 0, perWeek: one, basis: '' }, words, plural),
    ).toBe('1 set, hold 30 to 45 s, once a week');
    expect(
      doseWords(
        { sets: { min: 2, max: 3, default: 2 }, reps: { min: 8, max: 8, default: 8 }, restSeconds: 60, perWeek: { min: 2, max: 2, default: 2 }, basis: '' },
        words,
        plural,
      ),
    ).toBe('2 to 3 sets, 8 repetitions, rest 60 s, 2 times a week');
  });
});
