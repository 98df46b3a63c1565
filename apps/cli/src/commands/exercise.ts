import { fillTemplate, otherSide, type Side } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import text from '@psoas/knowledge/text/cli';
import checkText from '@psoas/knowledge/text/check';
import playerText from '@psoas/knowledge/text/player';
import type { Dose, Exercise } from '@psoas/knowledge/types';
import { choiceOption } from '../choice-option.ts';
import { complain, isOn, printJson, printLines, type Command, type Screen } from '../io.ts';
import { nearest } from '../nearest.ts';
import { stylesOf, textWidth, wrap } from '../print/layout.ts';
import { needsText } from './exercises.ts';

/** Everything about one exercise, read for one side or for both. */
export const exercise: Command = async (input, io) => {
  const id = input.words[0] ?? '';
  const side = choiceOption(input, 'side', ['left', 'right'] as const);
  if (!side.ok) {
    complain(io, side.error);
    return 2;
  }
  const found = exercises.find((candidate) => candidate.id === id);
  if (found === undefined) {
    complain(
      io,
      fillTemplate(text.errors.unknownExercise, {
        id,
        nearest: nearest(
          id,
          exercises.map((each) => each.id),
        ).join(', '),
      }),
    );
    return 2;
  }
  if (isOn(input, 'json')) printJson(io, side.value === undefined ? found : mirrored(found, side.value));
  else
    printLines(
      io,
      exerciseLines(
        side.value === undefined ? mirrored(found, undefined) : mirrored(found, side.value),
        io.screen,
      ),
    );
  return 0;
};

function mirrored(found: Exercise, side: Side | undefined): Exercise {
  const words =
    side === undefined
      ? playerText.bothSides
      : { target: playerText.sides[side], other: playerText.sides[otherSide(side)] };
  return {
    ...found,
    instructions: found.instructions.map((line) => ({ ...line, text: fillTemplate(line.text, words) })),
  };
}

function exerciseLines(found: Exercise, screen: Screen): readonly string[] {
  const width = textWidth(screen);
  const { strong } = stylesOf(screen);
  const words = text.exercise;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', strong(title), ...lines];
  const item = (line: string): readonly string[] => wrap(line, width, '   ', ' - ');
  const plain = (line: string): readonly string[] => wrap(line, width);
  const list = (names: readonly string[]): string =>
    names.length === 0 ? text.exercises.nothing : names.join(', ');
  return [
    `${strong(found.name)}  ${found.id}`,
    fillTemplate(words.facts, { class: found.class, level: found.level, position: found.position }),
    ...(found.otherNames.length === 0
      ? []
      : plain(fillTemplate(words.also, { names: found.otherNames.join(', ') }))),
    '',
    ...plain(found.summary),
    ...(found.notPlannedBecause === undefined
      ? []
      : plain(fillTemplate(words.notPlanned, { why: found.notPlannedBecause }))),
    '',
    ...plain(fillTemplate(words.targets, { names: found.targets.primary.join(', ') })),
    ...(found.targets.secondary.length === 0
      ? []
      : plain(fillTemplate(words.secondary, { names: found.targets.secondary.join(', ') }))),
    ...plain(fillTemplate(words.needs, { needs: needsText(found) })),
    ...(found.equipment.helpful.length === 0
      ? []
      : plain(
          fillTemplate(words.helps, {
            helps: found.equipment.helpful
              .map((kind) => checkText.week.equipmentNames[kind].toLowerCase())
              .join(', '),
          }),
        )),
    ...(['safety', 'preparation', 'step', 'cue', 'breathing'] as const).flatMap((kind) =>
      section(
        words.kinds[kind],
        found.instructions.filter((line) => line.kind === kind).flatMap((line) => item(line.text)),
      ),
    ),
    ...section(words.feel, [
      ...plain(found.feel.right),
      ...found.feel.answers.flatMap((answer) =>
        item(
          `${playerText.feltPlaces[answer.where]} (${words.verdicts[answer.verdict]}): ${answer.text} ${answer.fix ?? ''}`,
        ),
      ),
    ]),
    ...section(
      words.stops,
      found.stops.flatMap(({ sign, then }) => item(`${sign} → ${words.then[then]}`)),
    ),
    ...section(words.doses, doseLines(found.doses).flatMap(item)),
    ...section(
      words.gates,
      found.gates.flatMap((gate) => item(gate.text)),
    ),
    ...section(
      words.variants,
      found.variants.flatMap((variant) => item(`${variant.name}: ${variant.text}`)),
    ),
    '',
    ...plain(
      fillTemplate(words.neighbours, {
        easier: list(found.easier),
        harder: list(found.harder),
        substitutes: list(found.substitutes),
      }),
    ),
    ...plain(fillTemplate(words.claims, { ids: found.claims.join(', ') })),
    ...plain(fillTemplate(words.sources, { ids: found.sources.join(', ') })),
  ];
}

const doseNames = [
  'default',
  'short',
  'flexibility',
  'desk-break',
  'before-run',
  'after-run',
  'gym',
] as const;

function doseLines(doses: Exercise['doses']): readonly string[] {
  return doseNames.flatMap((name) => {
    const dose = doses[name];
    return dose === undefined ? [] : [`${text.exercise.doseNames[name]}: ${doseText(dose)}. ${dose.basis}`];
  });
}

function doseText(dose: Dose): string {
  const words = text.exercise;
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
