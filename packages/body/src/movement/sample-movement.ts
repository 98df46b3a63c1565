import type { Movement } from './movement.ts';

const standing = [
  { ball: 'heel_l', on: 'floor' },
  { ball: 'ball_l', on: 'floor' },
] as const;

/** A small made-up movement for tests: a squat on the left leg while the right thigh lifts. */
export const sampleMovement: Movement = {
  id: 'sample',
  view: 'side',
  props: [],
  keyframes: [
    { id: 'tall', pose: { pelvis_ty: 0.9623 }, contacts: standing },
    {
      id: 'low',
      pose: {
        pelvis_tx: -0.1845,
        pelvis_ty: 0.838,
        hip_flexion_l: 45,
        knee_angle_l: 60,
        ankle_angle_l: 15,
        hip_flexion_r: 80,
        knee_angle_r: 80,
      },
      contacts: standing,
    },
  ],
  entry: [],
  repetition: [
    { to: 'low', lasts: 'down' },
    { to: 'low', lasts: 'pause' },
    { to: 'tall', lasts: 'up' },
  ],
  shows: 'low',
  faults: [],
  variants: [],
};
