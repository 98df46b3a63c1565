import { fillTemplate } from '@psoas/kernel';
import { exercises as allExercises } from '@psoas/knowledge/exercises';
import text from '@psoas/knowledge/text/cli';
import type { Exercise } from '@psoas/knowledge/types';
import { equipmentKinds, type Equipment } from '@psoas/core/catalogue';
import { choiceOption } from '../choice-option.ts';
import { exerciseClasses } from '../choices.ts';
import { complain, isOn, printJson, printLines, textOption, type Command, type Screen } from '../io.ts';
import { columns, stylesOf, textWidth, wrap } from '../print/layout.ts';
import { needsText } from '../print/needs-text.ts';

/** The list of exercises, as far as class and things at hand go. */
export const exercises: Command = async (input, io) => {
  const wanted = choiceOption(input, 'class', exerciseClasses);
  const things = equipmentOf(textOption(input, 'equipment'));
  if (!wanted.ok) complain(io, wanted.error);
  if (things === undefined)
    complain(
      io,
      fillTemplate(text.errors.optionChoice, {
        option: 'equipment',
        choices: ['none', ...equipmentKinds].join(', '),
        found: textOption(input, 'equipment') ?? '',
      }),
    );
  if (!wanted.ok || things === undefined) return 2;
  const chosen = allExercises.filter(
    (exercise) =>
      (wanted.value ?? exercise.class) === exercise.class &&
      (things === 'any' || canDoWith(exercise, things)),
  );
  if (isOn(input, 'json')) {
    printJson(
      io,
      chosen.map(({ id, name, class: exerciseClass, level, rung, planned, equipment, gates }) => ({
        id,
        name,
        class: exerciseClass,
        level,
        rung,
        planned,
        equipment,
        gates,
      })),
    );
    return 0;
  }
  printLines(io, [
    ...tableOf(chosen, io.screen),
    '',
    fillTemplate(text.exercises.count, { count: chosen.length }),
    ...wrap(text.exercises.read, textWidth(io.screen)),
  ]);
  return 0;
};

// What has to be known of one stands under it, so that no line is wider than the terminal.
function tableOf(chosen: readonly Exercise[], screen: Screen): readonly string[] {
  const head = text.exercises.columns;
  const [first = '', ...rest] = columns([
    [head.id, head.class, head.level],
    ...chosen.map((exercise) => [exercise.id, exercise.class, exercise.level]),
  ]);
  return [
    stylesOf(screen).strong(first),
    ...rest.flatMap((line, index) => [line, ...notesOf(chosen[index], textWidth(screen))]),
  ];
}

function notesOf(exercise: Exercise | undefined, width: number): readonly string[] {
  if (exercise === undefined) return [];
  const before = exercise.gates.map(({ requires }) => requires.exercise);
  return [
    ...(exercise.equipment.needed.length === 0
      ? []
      : [fillTemplate(text.exercises.needs, { needs: needsText(exercise) })]),
    ...(before.length === 0
      ? []
      : [fillTemplate(text.exercises.opensAfter, { exercises: before.join(', ') })]),
    ...(exercise.planned ? [] : [text.exercises.notPlanned]),
  ].flatMap((note) => wrap(note, width, '    '));
}

function equipmentOf(option: string | undefined): readonly Equipment[] | 'any' | undefined {
  if (option === undefined) return 'any';
  const names = option
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'none');
  const kinds = equipmentKinds.filter((kind) => names.includes(kind));
  return kinds.length === new Set(names).size ? kinds : undefined;
}

function canDoWith({ equipment }: Exercise, things: readonly Equipment[]): boolean {
  return equipment.needed.every((alternatives) => alternatives.some((kind) => things.includes(kind)));
}
