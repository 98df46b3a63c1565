import { fillTemplate } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import text from '@psoas/knowledge/text/cli';
import { exerciseOf, mirrored } from '../exercise-name.ts';
import { choiceOption } from '../choice-option.ts';
import { complain, printJson, printLines, textOption, type Command } from '../io.ts';
import { chosenOutput } from '../model/chosen-output.ts';
import { nearest } from '../nearest.ts';
import { exerciseLines } from '../print/exercise-lines.ts';

/** Everything about one exercise, read for one side or for both; or its motion file, or its picture. */
export const exercise: Command = async (input, io) => {
  const id = input.words[0] ?? '';
  const side = choiceOption(input, 'side', ['left', 'right'] as const);
  if (!side.ok) {
    complain(io, side.error);
    return 2;
  }
  const output = chosenOutput(input, ['mot', 'svg', 'json']);
  if (!output.ok) {
    complain(io, output.error);
    return 2;
  }
  if (textOption(input, 'keyframe') !== undefined && output.value !== 'svg') {
    complain(io, text.errors.keyframeWithoutSvg);
    return 2;
  }
  const found = exerciseOf(id);
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
  if (output.value === 'mot' || output.value === 'svg') {
    const { printExerciseOutput } = await import('./exercise-output.ts');
    const chosen = { form: output.value, side: side.value ?? 'right' };
    return printExerciseOutput(found, chosen, { input, io });
  }
  if (output.value === 'json') printJson(io, side.value === undefined ? found : mirrored(found, side.value));
  else
    printLines(
      io,
      exerciseLines(mirrored(found, side.value), io.screen),
    );
  return 0;
};
