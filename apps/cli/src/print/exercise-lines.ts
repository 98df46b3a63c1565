import { doseNames } from '@psoas/exchange/dose-words';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import checkText from '@psoas/knowledge/text/check';
import labels from '@psoas/knowledge/text/exercises';
import playerText from '@psoas/knowledge/text/player';
import type { Dose, Exercise } from '@psoas/knowledge/types';
import { exerciseOf } from '../exercise-name.ts';
import type { Screen } from '../io.ts';
import { withId } from '../reason-text.ts';
import { stylesOf, textWidth, wrap } from './layout.ts';
import { needsText } from './needs-text.ts';

const words = text.exercise;

/** Everything of one exercise: what it is, how it is done, how much, and where it comes from. */
export function exerciseLines(exercise: Exercise, screen: Screen): readonly string[] {
  const width = textWidth(screen);
  const { strong } = stylesOf(screen);
  const plain = (line: string): readonly string[] => wrap(line, width);
  const section = ({ title, lead, items }: Section): readonly string[] =>
    items.length === 0
      ? []
      : [
          '',
          strong(title),
          ...plain(lead ?? ''),
          ...items.flatMap((item) => wrap(item, width, '   ', ' - ')),
        ];
  return [
    `${strong(exercise.name)}  ${exercise.id}`,
    ...aboutLines(exercise).flatMap(plain),
    '',
    ...plain(exercise.summary),
    '',
    ...bodyLines(exercise).flatMap(plain),
    ...[...howToSections(exercise), ...amountSections(exercise)].flatMap(section),
    '',
    ...originLines(exercise).flatMap(plain),
  ];
}

type Section = { readonly title: string; readonly lead?: string; readonly items: readonly string[] };

function aboutLines({
  class: exerciseClass,
  level,
  position,
  otherNames,
  notPlannedBecause,
}: Exercise): readonly string[] {
  return [
    fillTemplate(words.facts, {
      class: labels.classes[exerciseClass],
      level: labels.levels[level].toLowerCase(),
      position: labels.positions[position].toLowerCase(),
    }),
    ...(otherNames.length === 0 ? [] : [fillTemplate(words.also, { names: otherNames.join(', ') })]),
    ...(notPlannedBecause === undefined ? [] : [fillTemplate(words.notPlanned, { why: notPlannedBecause })]),
  ];
}

function bodyLines(exercise: Exercise): readonly string[] {
  const { targets, equipment } = exercise;
  const helps = equipment.helpful.map((kind) => checkText.week.equipmentNames[kind].toLowerCase());
  return [
    fillTemplate(words.targets, { names: muscleNames(targets.primary) }),
    ...(targets.secondary.length === 0
      ? []
      : [fillTemplate(words.secondary, { names: muscleNames(targets.secondary) })]),
    fillTemplate(words.needs, { needs: needsText(exercise) }),
    ...(helps.length === 0 ? [] : [fillTemplate(words.helps, { helps: helps.join(', ') })]),
  ];
}

function muscleNames(muscles: Exercise['targets']['primary']): string {
  return muscles.map((muscle) => labels.muscles[muscle].toLowerCase()).join(', ');
}

function nameWithId(id: string): string {
  const name = exerciseOf(id)?.name;
  return name === undefined ? id : withId(name, id);
}

function howToSections({ instructions, feel, stops }: Exercise): readonly Section[] {
  const kinds = ['safety', 'preparation', 'step', 'cue', 'breathing'] as const;
  return [
    ...kinds.map((kind): Section => ({
      title: words.kinds[kind],
      items: instructions.filter((line) => line.kind === kind).map((line) => line.text),
    })),
    {
      title: words.feel,
      lead: feel.right,
      items: feel.answers.map(
        ({ where, verdict, text: meaning, fix }) =>
          `${playerText.feltPlaces[where]} (${words.verdicts[verdict]}): ${meaning} ${fix ?? ''}`,
      ),
    },
    { title: words.stops, items: stops.map(({ sign, then }) => `${sign} → ${words.then[then]}`) },
  ];
}

function amountSections({ doses, gates, variants }: Exercise): readonly Section[] {
  return [
    { title: words.doses, items: doseLines(doses) },
    { title: words.gates, items: gates.map((gate) => gate.text) },
    { title: words.variants, items: variants.map(({ name, text: how }) => `${name}: ${how}`) },
  ];
}

function originLines({ easier, harder, substitutes, claims, sources }: Exercise): readonly string[] {
  const list = (names: readonly string[]): string =>
    names.length === 0 ? text.exercises.nothing : names.join(', ');
  return [
    fillTemplate(words.neighbours, {
      easier: list(easier.map(nameWithId)),
      harder: list(harder.map(nameWithId)),
      substitutes: list(substitutes.map(nameWithId)),
    }),
    fillTemplate(words.claims, { ids: list(claims) }),
    fillTemplate(words.sources, { ids: list(sources) }),
  ];
}

function doseLines(doses: Exercise['doses']): readonly string[] {
  return doseNames.flatMap((name) => {
    const dose = doses[name];
    return dose === undefined ? [] : [`${text.exercise.doseNames[name]}: ${doseText(dose)}. ${dose.basis}`];
  });
}

function doseText(dose: Dose): string {
  const range = ({ min, max }: { readonly min: number; readonly max: number }): string =>
    min === max ? String(min) : `${min}–${max}`;
  const { holdSeconds, reps, tempo } = dose;
  const perRep = tempo === undefined ? 0 : tempo.upSeconds + tempo.pauseSeconds + tempo.downSeconds;
  const amount =
    holdSeconds !== undefined
      ? fillTemplate(words.hold, { seconds: range(holdSeconds) })
      : reps === undefined
        ? ''
        : fillTemplate(words.repetitions, { reps: range(reps), tempo: perRep });
  return fillTemplate(words.dose, {
    sets: range(dose.sets),
    amount,
    rest: dose.restSeconds,
    perWeek: range(dose.perWeek),
  });
}
