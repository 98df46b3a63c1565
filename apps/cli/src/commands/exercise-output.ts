import type { Movement } from '@psoas/body';
import { writeMotionFile } from '@psoas/exchange/motion';
import { fillTemplate, type Side } from '@psoas/kernel';
import { movements } from '@psoas/knowledge/movements';
import text from '@psoas/knowledge/text/cli';
import type { Exercise } from '@psoas/knowledge/types';
import { complain, textOption, type CommandInput, type ExitCode, type Io } from '../io.ts';
import { exerciseToMotion } from '../model/exercise-motion.ts';
import { exerciseToSvg } from '../model/exercise-picture.ts';

/** What of an exercise is printed. */
export type ExerciseOutput = { readonly form: 'mot' | 'svg'; readonly side: Side };

/** Prints an exercise as a motion file or as a picture. */
export function printExerciseOutput(
  exercise: Exercise,
  { form, side }: ExerciseOutput,
  { input, io }: { readonly input: CommandInput; readonly io: Io },
): ExitCode {
  const movement: Movement | undefined = movements.find(({ id }) => id === exercise.id);
  if (movement === undefined) {
    complain(io, fillTemplate(text.errors.noMovement, { exercise: exercise.id }));
    return 2;
  }
  const places = { exercise: exercise.name, side: text.model.sides[side] };
  if (form === 'mot') {
    io.out(motionFile(exercise, movement, { side, description: fillTemplate(text.model.written, places) }));
    return 0;
  }
  const keyframe = textOption(input, 'keyframe') ?? movement.shows;
  const known = [...movement.keyframes, ...movement.variants.map((variant) => variant.keyframe)].map(
    ({ id }) => id,
  );
  if (!known.includes(keyframe)) {
    complain(
      io,
      fillTemplate(text.errors.unknownKeyframe, {
        id: keyframe,
        exercise: exercise.id,
        known: known.join(', '),
      }),
    );
    return 2;
  }
  const chosen = [textOption(input, 'keyframe')?.replaceAll('-', ' ')];
  if (textOption(input, 'side') !== undefined) chosen.push(fillTemplate(text.model.pictureSide, places));
  const title = [exercise.name, ...chosen.filter((part) => part !== undefined)].join(', ');
  const { primary, secondary } = exercise.targets;
  io.out(exerciseToSvg(movement, { side, keyframe, muscles: [...primary, ...secondary], title }));
  return 0;
}

function motionFile(
  { id, doses }: Exercise,
  movement: Movement,
  { side, description }: { readonly side: Side; readonly description: string },
): string {
  const { holdSeconds, tempo } = doses.default;
  const motion = exerciseToMotion(movement, {
    name: `${id}-${side}`,
    side,
    holdSeconds: holdSeconds?.default ?? 0,
    ...(tempo === undefined ? {} : { tempo }),
  });
  return writeMotionFile(motion, { name: motion.name, description: [description] });
}
