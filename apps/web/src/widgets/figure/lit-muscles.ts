import {
  coordinateCount,
  createBodyModel,
  createLineTracer,
  createMuscleEvaluator,
  muscleTableSize,
  type Muscle,
} from '@psoas/body';
import type { MusclePath } from '@psoas/figure';

/** A muscle that can light up, by its name in the knowledge. */
export type LitName = 'psoas-major' | 'iliacus' | 'rectus-femoris';

const inModel = { 'psoas-major': 'psoas', iliacus: 'iliacus', 'rectus-femoris': 'rectus_femoris' } as const;
const roleOf = { 'psoas-major': 'psoas', iliacus: 'iliacus', 'rectus-femoris': 'rectus-femoris' } as const;
/** Half the thickness of one line as it is drawn. Own choice: so that eleven strands read as one muscle. */
const radiusMetres = { 'psoas-major': 0.01, iliacus: 0.014, 'rectus-femoris': 0.015 };

const model = createBodyModel();
const trace = createLineTracer(model);
const measure = createMuscleEvaluator(model);
const neutral = new Float64Array(muscleTableSize(model));
const now = new Float64Array(muscleTableSize(model));
measure(new Float64Array(coordinateCount), neutral);

/** The muscles of one side that light up, along their ways in the model, with how much longer or shorter they are. */
export function litMuscles(
  values: Float64Array,
  side: 'left' | 'right',
  names: readonly LitName[],
): readonly MusclePath[] {
  measure(values, now);
  const lines = trace(values);
  return names.flatMap((name) => {
    const muscle = model.muscles.find(
      (each) => each.name === `${inModel[name]}_${side === 'left' ? 'l' : 'r'}`,
    );
    if (muscle === undefined) return [];
    return [
      {
        key: name,
        role: roleOf[name],
        lines: muscle.lines.flatMap((line) => (lines[line] === undefined ? [] : [lines[line]])),
        changeShare: lengthOf(muscle, now) / lengthOf(muscle, neutral) - 1,
        radiusMetres: radiusMetres[name],
      },
    ];
  });
}

function lengthOf({ lines, weights }: Muscle, table: Float64Array): number {
  return lines.reduce((sum, line, each) => sum + (weights[each] ?? 0) * (table[line] ?? 0), 0);
}
