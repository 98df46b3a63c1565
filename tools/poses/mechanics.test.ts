import { describe, expect, it } from 'vitest';
import {
  createBodyModel,
  createPoseEvaluator,
  keyframeOf,
  poseToArray,
  createPlacedBalls,
  ballIndex,
  workingPosture,
  type Movement,
  type Pose,
} from '@psoas/body';
import { exercises } from '@psoas/knowledge/exercises';
import { movements } from '@psoas/knowledge/movements';

const evaluate = createPoseEvaluator(createBodyModel());

function changePercent(pose: Pose, muscle: string): number {
  const result = evaluate(pose);
  if (!result.ok) throw new Error(`${result.error.coordinate} is out of range`);
  return 100 * (result.value.muscles.find(({ name }) => name === muscle)?.changeShare ?? Number.NaN);
}

function movementOf(id: string): Movement {
  const movement = movements.find((each) => each.id === id);
  if (movement === undefined) throw new Error(`no movement '${id}'`);
  return movement;
}

function shownPose(id: string): Pose {
  const movement = movementOf(id);
  return keyframeOf(movement, movement.shows).pose;
}

/** How far the middle of the target leg, or of the trunk where the legs stay, rises between two postures. */
function riseMetres(movement: Movement, from: string, to: string): number {
  const surface = createPlacedBalls();
  const heights = (id: string): readonly number[] => {
    surface.place(poseToArray(keyframeOf(movement, id).pose));
    return (['thigh_r', 'calf_r', 'pubis', 'chest'] as const).map(
      (ball) => surface.centreOf(ballIndex(ball))[1],
    );
  };
  const before = heights(from);
  return Math.max(...heights(to).map((height, index) => height - (before[index] ?? 0)));
}

/** Released or stretched only in name: what the articles call a stretch and the model does not. */
const notLengthened: { readonly [id: string]: string } = {
  'frog-stretch': 'not planned: with the thigh out to the side it stretches the inner thigh',
};

describe('what the exercises do to the psoas', () => {
  const stretches = exercises.filter((exercise) => exercise.class === 'stretch');
  it.each(stretches.filter(({ id }) => notLengthened[id] === undefined).map(({ id }) => id))(
    '%s: a stretch lengthens the psoas of the target side past standing',
    (id) => {
      expect(changePercent(shownPose(id), 'psoas_r')).toBeGreaterThan(1);
    },
  );

  it.each(
    exercises
      .filter((exercise) => exercise.class === 'strengthen' && movementOf(exercise.id).repetition.length > 0)
      .map(({ id }) => id),
  )('%s: a strengthening exercise lifts leg or trunk against gravity', (id) => {
    const movement = movementOf(id);
    const stops = [workingPosture(movement), ...movement.repetition.map(({ to }) => to)];
    const rises = stops.slice(1).map((to, index) => riseMetres(movement, stops[index] ?? to, to));
    expect(Math.max(...rises)).toBeGreaterThan(0.02);
  });

  it('boat pose and knees to the chest shorten it by about a fifth: neither is a stretch of it', () => {
    for (const id of ['boat-pose', 'knees-to-chest'])
      expect(changePercent(shownPose(id), 'psoas_r')).toBeLessThan(-15);
  });

  it('heel to buttock leaves it as it is and lengthens the rectus femoris', () => {
    expect(changePercent({ knee_angle_r: 120 }, 'psoas_r')).toBeCloseTo(0, 6);
    expect(changePercent({ knee_angle_r: 120 }, 'rectus_femoris_r')).toBeGreaterThan(10);
  });

  it('the tuck with a thigh that stays adds to a stretch, the arch takes from it', () => {
    const kneeling = { hip_flexion_r: -20, knee_angle_r: 90 };
    const plain = changePercent(kneeling, 'psoas_r');
    const tucked = changePercent({ ...kneeling, hip_flexion_r: -30, lumbar_extension: -10 }, 'psoas_r');
    const arched = changePercent({ ...kneeling, hip_flexion_r: -10, lumbar_extension: 10 }, 'psoas_r');
    expect([tucked > plain + 1, arched < plain - 1]).toEqual([true, true]);
    expect(plain).toBeCloseTo(4, 0);
  });

  it('the arched back of the lunge loses most of the stretch, and the glide adds to the tuck', () => {
    const lunge = movementOf('kneeling-hip-flexor-lunge');
    const arched = lunge.faults.find(({ id }) => id === 'back-arching')?.pose ?? {};
    expect(changePercent(arched, 'psoas_r')).toBeLessThan(changePercent(shownPose(lunge.id), 'psoas_r') / 2);
  });
});
