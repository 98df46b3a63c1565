import { err, ok, type Result } from '@psoas/kernel';
import type { BodyModel } from '../muscle/body-model.ts';
import { createPoseEvaluator, type MuscleState, type PoseEvaluator } from '../muscle/evaluate-pose.ts';
import type { Pose, PoseError } from '../pose/pose.ts';
import { judge, type Expectation, type Verdict } from './judge.ts';
import { lumbarArmMetres, type LumbarJoint } from './lumbar-arm.ts';

/** What is measured. Arms are positive where the pull bends the hip, turns the toes in, arches the back. */
export type MechanicsQuantity = 'length-change' | 'hip-flexion-arm' | 'hip-rotation-arm' | 'lumbar-arm';

/** A mechanical statement put so that the model can test it. It is about the right side. */
export type MechanicsQuestion = {
  /** The muscle's name without its side, such as `psoas`. */
  readonly muscle: string;
  readonly quantity: MechanicsQuantity;
  /** The joint of the back that a lumbar arm is about; measured in neutral standing. */
  readonly joint?: LumbarJoint;
  readonly posture: Pose;
  /** What the value is the difference to: another posture, or what another muscle does in the same ones. */
  readonly against?: { readonly posture?: Pose; readonly muscle?: string };
  readonly expects: Expectation;
  /** From here on a value counts, in the quantity's unit. */
  readonly tolerance: number;
  /** `lasting`: the statement is about what stays afterwards, which postures cannot tell. */
  readonly asks?: 'posture' | 'lasting';
};

/** What the model measures, and what that says to the statement. */
export type MechanicsAnswer = {
  readonly value: number;
  readonly unit: 'percent' | 'millimetres';
  readonly verdict: Verdict;
};

/** Tests a mechanical statement on a body. The error names a coordinate that the model cannot take. */
export function testMechanics(
  model: BodyModel,
  question: MechanicsQuestion,
): Result<MechanicsAnswer, PoseError> {
  const { muscle, quantity, posture, against, expects, tolerance, asks = 'posture' } = question;
  const measure = createMeasure(model, question);
  const terms: readonly (readonly [sign: 1 | -1, muscle: string, posture: Pose])[] = [
    [1, muscle, posture],
    ...(against?.posture === undefined ? [] : [[-1, muscle, against.posture] as const]),
    ...(against?.muscle === undefined ? [] : [[-1, against.muscle, posture] as const]),
    ...(against?.muscle === undefined || against.posture === undefined
      ? []
      : [[1, against.muscle, against.posture] as const]),
  ];
  let value = 0;
  for (const [sign, name, pose] of terms) {
    const measured = measure(`${name}_r`, pose);
    if (!measured.ok) return measured;
    value += sign * measured.value;
  }
  return ok({
    value,
    unit: quantity === 'length-change' ? 'percent' : 'millimetres',
    verdict: asks === 'lasting' ? 'cannot-say' : judge(value, expects, tolerance),
  });
}

type Measure = (muscle: string, pose: Pose) => Result<number, PoseError>;

function createMeasure(model: BodyModel, { quantity, joint }: MechanicsQuestion): Measure {
  if (quantity === 'lumbar-arm') {
    if (joint === undefined) throw new Error('A lumbar arm needs a joint.');
    return (muscle) => ok(lumbarArmMetres(model, muscle, joint) * 1000);
  }
  const evaluate = createPoseEvaluator(model);
  return (muscle, pose) => {
    const state = stateOf(evaluate, muscle, pose);
    if (!state.ok) return err(state.error);
    const { changeShare, armMetres } = state.value;
    if (quantity === 'length-change') return ok(changeShare * 100);
    return ok(1000 * (quantity === 'hip-flexion-arm' ? armMetres.hip_flexion_r : armMetres.hip_rotation_r));
  };
}

function stateOf(evaluate: PoseEvaluator, muscle: string, pose: Pose): Result<MuscleState, PoseError> {
  const evaluated = evaluate(pose);
  if (!evaluated.ok) return evaluated;
  const state = evaluated.value.muscles.find(({ name }) => name === muscle);
  if (state === undefined) throw new Error(`The model has no muscle '${muscle}'.`);
  return ok(state);
}
