import { bodyIndex, type BodyName } from '../model/body-names.ts';
import { joints } from '../model/joints.ts';
import { armCoordinates } from '../muscle/arm-coordinates.ts';
import type { BodyModel } from '../muscle/body-model.ts';
import { armOffset, createMuscleEvaluator, muscleTableSize } from '../muscle/evaluate-muscles.ts';
import { coordinateCount, coordinateIndex } from '../pose/coordinates.ts';

/** The joints between the vertebrae of the lower back, and between the last one and the pelvis. */
export type LumbarJoint = 'L1-L2' | 'L2-L3' | 'L3-L4' | 'L4-L5' | 'L5-S1';

const upperBody: { readonly [joint in LumbarJoint]: BodyName } = {
  'L1-L2': 'lumbar1',
  'L2-L3': 'lumbar2',
  'L3-L4': 'lumbar3',
  'L4-L5': 'lumbar4',
  'L5-S1': 'lumbar5',
};

/**
 * How far a muscle passes behind (+, it arches) or in front of (-, it rounds) one joint of the lower back, in metres,
 * in neutral standing: the mean of its lines by strength. In postures all these joints share one coordinate; here the
 * one joint takes the whole of it.
 */
export function lumbarArmMetres(model: BodyModel, muscle: string, joint: LumbarJoint): number {
  const extension = coordinateIndex('lumbar_extension');
  const alone = bodyIndex(upperBody[joint]);
  const measure = createMuscleEvaluator(
    model,
    joints.map((each) => ({
      ...each,
      rotations: each.rotations.map((rotation) =>
        rotation.coordinate === extension ? { ...rotation, share: each.body === alone ? 1 : 0 } : rotation,
      ),
    })),
  );
  const table = new Float64Array(muscleTableSize(model));
  measure(new Float64Array(coordinateCount), table);
  const found = model.muscles.find(({ name }) => name === muscle);
  if (found === undefined) throw new Error(`The model has no muscle '${muscle}'.`);
  const arm = armCoordinates.indexOf('lumbar_extension');
  return found.lines.reduce(
    (sum, line, each) => sum + (found.weights[each] ?? 0) * (table[armOffset(model, line) + arm] ?? 0),
    0,
  );
}
