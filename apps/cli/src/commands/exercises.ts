import { fillTemplate } from '@psoas/kernel';
import { exercises as allExercises } from '@psoas/knowledge/exercises';
import text from '@psoas/knowledge/text/cli';
import type { Exercise } from '@psoas/knowledge/types';
import { equipmentKinds, type Equipment } from '@psoas/core/catalogue';
import { choiceOption } from '../choice-option.ts';
import { complain, isOn, printJson, printLines, textOption, type Command } from '../io.ts';
import { columns, stylesOf } from '../print/layout.ts';
import { needsText } from '../print/needs-text.ts';

const classes = ['stretch', 'strengthen', 'mobilise', 'release'] as const;

/** The list of exercises, as far as class and things at hand go. */
export const exercises: Command = async (input, io) => {
  const wanted = choiceOption(input, 'class', classes);
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
  const head = text.exercises.columns;
  const rows = chosen.map((exercise) => [
    exercise.id,
    exercise.class,
    exercise.level,
    needsText(exercise),
    exercise.gates.map(({ requires }) => requires.exercise).join(', ') ||
      (exercise.planned ? '' : text.exercises.notPlanned),
  ]);
  const [first = '', ...rest] = columns([[head.id, head.class, head.level, head.needs, head.gate], ...rows]);
  printLines(io, [
    stylesOf(io.screen).strong(first),
    ...rest,
    '',
    fillTemplate(text.exercises.count, { count: chosen.length }),
  ]);
  return 0;
};

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
