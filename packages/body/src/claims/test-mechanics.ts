import { err, ok, type Result } from '@psoas/kernel';
import type { BodyModel } from '../muscle/body-model.ts';
import { createPoseEvaluator, type MuscleState, type PoseEvaluator } from '../muscle/evaluate-pose.ts';
import type { Pose, PoseError } from '../pose/pose.ts';
import { hipMomentOfLeg } from '../load/hip-moment-of-leg.ts';
import { judge, type Expectation, type Verdict } from './judge.ts';
import { lumbarArmMetres, type LumbarJoint } from './lumbar-arm.ts';

/**
 * What is measured. Arms are positive where the pull bends the hip, turns the toes in, arches the back. `leg-weight` is
 * how much more, in per cent, the leg's own weight asks of the hip flexors than in the posture it is held against.
 */
export type MechanicsQuantity =
  | 'length-change'
  | 'hip-flexion-arm'
  | 'hip-rotation-arm'
  | 'lumbar-arm'
  | 'leg-weight';

/** A mechanical statement put so that the model can test it. It is about the right side. */
export type MechanicsQuestion = {
  /** The muscle's name without its side, such as `psoas`; `leg-weight` is about all hip flexors and needs none. */
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
  /** `lasting`: the statement is about what stays afterwards, `felt`: about how strong it feels. Postures tell neither. */
  readonly asks?: 'posture' | 'lasting' | 'felt';
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
  const { quantity, expects, tolerance, asks = 'posture' } = question;
  const value = quantity === 'leg-weight' ? legWeightChange(model, question) : difference(model, question);
  if (!value.ok) return value;
  return ok({
    value: value.value,
    unit: quantity === 'length-change' || quantity === 'leg-weight' ? 'percent' : 'millimetres',
    verdict:
      asks !== 'posture' || isWithinError(value.value, quantity)
        ? 'cannot-say'
        : judge(value.value, expects, tolerance),
  });
}

/** How far off the levers at the lower back may be, in millimetres: its lines change sign within it. Own estimate. */
const lumbarArmErrorMillimetres = 3;

function isWithinError(value: number, quantity: MechanicsQuantity): boolean {
  return quantity === 'lumbar-arm' && Math.abs(value) <= lumbarArmErrorMillimetres;
}

function difference(model: BodyModel, question: MechanicsQuestion): Result<number, PoseError> {
  const { muscle, posture, against } = question;
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
  return ok(value);
}

// As a share of each other the two moments do not depend on how heavy the person is.
function legWeightChange(
  model: BodyModel,
  { posture, against }: MechanicsQuestion,
): Result<number, PoseError> {
  const moments: number[] = [];
  for (const pose of [posture, against?.posture ?? {}]) {
    const moment = hipMomentOfLeg(model, pose, { side: 'right', bodyMassKg: 75 });
    if (moment.ok) moments.push(moment.value.hipFlexion.typical);
    else if (moment.error.kind !== 'not-positive') return err(moment.error);
  }
  const [here = Number.NaN, there = Number.NaN] = moments;
  return ok((here / there - 1) * 100);
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
