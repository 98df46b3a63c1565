import { describe, expect, it } from 'vitest';
import { checkPose } from '@psoas/body';
import { exercises } from '@psoas/knowledge/exercises';
import { movements } from '@psoas/knowledge/movements';
import { exercisePose, hasPosture } from './presets.ts';

describe('the posture of an exercise', () => {
  const ids = exercises.map(({ id }) => id).filter(hasPosture);

  it('exists for most of them', () => {
    expect(ids).toContain('kneeling-hip-flexor-lunge');
  });

  it.each(ids)('%s is the keyframe that stands for it, and the model takes it', async (id) => {
    const pose = await exercisePose(id, 'right');
    const movement = movements.find((each) => each.id === id);
    const shown = movement?.keyframes.find((keyframe) => keyframe.id === movement.shows)?.pose;
    if (shown !== undefined) expect(pose).toEqual(shown);
    expect(checkPose(pose ?? { nothing: 0 })).toMatchObject({ ok: true });
  });

  it('is mirrored for the left side', async () => {
    const right = await exercisePose('kneeling-hip-flexor-lunge', 'right');
    const left = await exercisePose('kneeling-hip-flexor-lunge', 'left');
    expect(left?.hip_flexion_l).toBe(right?.hip_flexion_r);
    expect(left?.knee_angle_r).toBe(right?.knee_angle_l);
  });

  it('is missing for a name that is none', async () => {
    expect(await exercisePose('no-such-exercise', 'right')).toBeUndefined();
  });
});
