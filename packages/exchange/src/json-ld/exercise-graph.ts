import { fillTemplate } from '@psoas/kernel';
import type { Dose, Exercise } from '@psoas/knowledge/types';
import { citationsOf } from './citation.ts';
import { doseNames, frequencyWords, setWords } from './dose-words.ts';
import type { GraphPage, JsonLdInput } from './json-ld-input.ts';
import { breadcrumb, graphOf, knowledgeLicence, pageId, pageNode } from './page-nodes.ts';
import type { ExercisePlan, Graph, HowTo, HowToSection, Quantity } from './schema-org.ts';

/**
 * An exercise as data for machines: how it is done, and how much for each purpose. One that psoas does not plan has no
 * plan here either. Told for the right side, as the picture shows it.
 */
export function exerciseGraph(exercise: Exercise, page: GraphPage, input: JsonLdInput): Graph {
  const plans = exercise.planned
    ? doseNames.flatMap((name) => {
        const dose = exercise.doses[name];
        return dose === undefined ? [] : [planNode(exercise, { name, dose }, page, input)];
      })
    : [];
  return graphOf([
    pageNode('WebPage', page, input),
    howToNode(exercise, page, input),
    ...plans,
    breadcrumb(page),
  ]);
}

type NamedDose = { readonly name: (typeof doseNames)[number]; readonly dose: Dose };

function planNode(
  exercise: Exercise,
  { name, dose }: NamedDose,
  page: GraphPage,
  { words, language, plural }: JsonLdInput,
): ExercisePlan {
  const { classes, muscles, page: wordings } = words.exercises;
  return {
    '@type': 'ExercisePlan',
    '@id': `${page.url}#plan-${name}`,
    name: `${exercise.name}: ${wordings.doses[name]}`,
    description: dose.basis,
    inLanguage: language,
    license: knowledgeLicence,
    mainEntityOfPage: { '@id': pageId(page) },
    exerciseType: classes[exercise.class],
    additionalVariable: setWords(dose, wordings, plural),
    activityFrequency: frequencyWords(dose, wordings, plural),
    ...(dose.reps === undefined ? {} : { repetitions: quantity(dose.reps) }),
    ...(dose.holdSeconds === undefined ? {} : { activityDuration: seconds(quantity(dose.holdSeconds)) }),
    ...(dose.restSeconds === 0
      ? {}
      : { restPeriods: seconds({ '@type': 'QuantitativeValue', value: dose.restSeconds }) }),
    associatedAnatomy: exercise.targets.primary.map((muscle) => ({
      '@type': 'Muscle',
      name: muscles[muscle],
    })),
  };
}

function quantity(range: { readonly min: number; readonly max: number; readonly default: number }): Quantity {
  const { min, max, default: value } = range;
  return { '@type': 'QuantitativeValue', value, ...(min === max ? {} : { minValue: min, maxValue: max }) };
}

function seconds(amount: Quantity): Quantity {
  return { ...amount, unitCode: 'SEC' };
}

function howToNode(exercise: Exercise, page: GraphPage, input: JsonLdInput): HowTo {
  const { words, language, sources } = input;
  return {
    '@type': 'HowTo',
    '@id': `${page.url}#how-to`,
    name: exercise.name,
    description:
      exercise.notPlannedBecause === undefined
        ? exercise.summary
        : `${exercise.summary} ${exercise.notPlannedBecause}`,
    inLanguage: language,
    license: knowledgeLicence,
    mainEntityOfPage: { '@id': pageId(page) },
    tool: exercise.equipment.needed.map((anyOf) => ({
      '@type': 'HowToTool',
      name: anyOf.map((thing) => words.things[thing] ?? thing).join(' / '),
    })),
    step: sectionsOf(exercise, words.exercises.page),
    citation: citationsOf(exercise.sources, sources),
  };
}

// Safety comes first, as on every page; a section without lines is left out.
function sectionsOf(exercise: Exercise, words: JsonLdInput['words']['exercises']['page']): readonly HowToSection[] {
  const lines = (...kinds: readonly Exercise['instructions'][number]['kind'][]): readonly string[] =>
    exercise.instructions
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => fillTemplate(text, { target: words.sideWords.right, other: words.sideWords.left }));
  const sections = [
    { name: words.safety, type: 'HowToTip', texts: lines('safety') },
    { name: words.before, type: 'HowToStep', texts: lines('preparation') },
    { name: words.how, type: 'HowToStep', texts: lines('step') },
    { name: words.cues, type: 'HowToTip', texts: lines('cue', 'breathing') },
    { name: words.stops, type: 'HowToTip', texts: exercise.stops.map(({ sign }) => sign) },
  ] as const;
  return sections
    .filter(({ texts }) => texts.length > 0)
    .map(({ name, type, texts }, section) => ({
      '@type': 'HowToSection',
      name,
      position: section + 1,
      itemListElement: texts.map((text, index) => ({ '@type': type, position: index + 1, text })),
    }));
}
