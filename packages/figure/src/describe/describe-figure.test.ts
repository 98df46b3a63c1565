import { movements } from '@psoas/knowledge/movements';
import text from '@psoas/knowledge/text/figure';
import { describe, expect, it } from 'vitest';
import { samplePoses } from '../sample-poses.ts';
import { describeFigure } from './describe-figure.ts';
import { figureSentence } from './figure-sentence.ts';

const say = (name: keyof typeof samplePoses, side?: 'left' | 'right'): string =>
  figureSentence(describeFigure(samplePoses[name]), text, side);

describe('the text alternative of a figure', () => {
  it.each([
    ['standing', 'Standing, trunk upright, low back in its own curve.'],
    ['march', 'Standing, trunk upright, low back in its own curve, right knee lifted and bent.'],
    [
      'halfKneeling',
      'Kneeling on the right knee, trunk upright, low back in its own curve, left foot flat in front.',
    ],
    [
      'deadBug',
      'Lying on the back, low back in its own curve, right leg raised, the hip bent by 20 degrees, left knee lifted and bent, right arm pointing up, left arm overhead.',
    ],
    [
      'lyingLegRaise',
      'Lying on the back, low back in its own curve, right leg raised, the hip bent by 50 degrees.',
    ],
    ['bridge', 'Lying on the back with the hips lifted, low back in its own curve.'],
    ['seated', 'Sitting, trunk upright, low back in its own curve.'],
    [
      'boat',
      'Sitting, trunk leaning back by 40 degrees, low back in its own curve, both legs raised, the hips bent by 85 degrees.',
    ],
    ['hanging', 'Hanging from a bar, trunk upright, low back in its own curve, arms overhead.'],
    ['prone', 'Lying on the front, low back in its own curve.'],
    ['sideLying', 'Lying on the left side, low back in its own curve, right leg lifted sideways.'],
    ['allFours', 'On hands and knees, low back in its own curve.'],
  ] as const)('[FIG-14] %s: %s', (name, sentence) => {
    expect(say(name)).toBe(sentence);
  });

  it.each([
    ['seated-leg-raise', 'raised', 'right leg lifted with the knee straight'],
    ['seated-leg-raise', 'straightened', 'right leg straight in front, heel on the floor'],
    ['thomas-stretch', 'lowered', 'right leg hanging over the edge, left knee drawn to the chest'],
    ['couch-stretch', 'risen', 'right shin up the wall behind, left foot flat in front'],
    ['bird-dog-crunch', 'reaching', 'right leg stretched out behind, left arm reaching forwards'],
    ['bird-dog-crunch', 'tucked-in', 'right knee drawn in under the trunk, left elbow drawn in'],
    ['dead-bug', 'lowered', 'right arm pointing up, left arm overhead'],
    ['boat-pose', 'boat', 'back long, both legs raised'],
    ['supine-psoas-release', 'on-the-ball', 'a ball under the back'],
    ['frog-stretch', 'bent', 'right knee bent and out to the side'],
  ] as const)('[FIG-14] says the point of %s, %s: %s', (id, keyframe, words) => {
    const movement = movements.find((each) => each.id === id);
    const pose = movement?.keyframes.find((each) => each.id === keyframe)?.pose;
    expect(figureSentence(describeFigure(pose ?? {}, movement?.props), text)).toContain(words);
  });

  it('[FIG-14] changes the sides with the picture', () => {
    expect(say('halfKneeling', 'left')).toContain('Kneeling on the left knee');
    expect(say('halfKneeling', 'left')).toContain('right foot flat in front');
  });

  it('[FIG-14] tells a tuck from an arch, and a lean', () => {
    const ids = (pose: Parameters<typeof describeFigure>[0]): readonly string[] =>
      describeFigure(pose).map(({ id }) => id);
    expect(ids({ ...samplePoses.halfKneeling, pelvis_tilt: 10, lumbar_extension: -10 })).toContain(
      'pelvis-tucked',
    );
    expect(ids({ ...samplePoses.halfKneeling, lumbar_extension: 20 })).toContain('pelvis-arched');
    expect(describeFigure({ ...samplePoses.standing, pelvis_tilt: -32 })).toContainEqual({
      id: 'trunk-forwards',
      degrees: 30,
    });
  });
});
