import { coordinateCount, createBodyModel, createTrack } from '@psoas/body';
import { createFigure, createMuscleLights, figureToSvg, frameOf } from '@psoas/figure';
import { movements } from '@psoas/knowledge/movements';
import { loadMujocoBody } from '../../body/mujoco-body.ts';
import type { Measurement } from '../measurement.ts';
import { quantileOf } from '../statistics.ts';
import { afterWarmUp, millisOf } from '../stopwatch.ts';
import { variedPoses } from '../varied-poses.ts';

/** The bar for one frame in Node, in milliseconds. */
const limitMillis = 0.5;
const framesPerMovement = 20;

/** A frame of the moving person, in Node. */
export const figure: Measurement = {
  id: 'figure',
  what: 'a frame of the figure, beside a posture in MuJoCo',
  how: `Every movement drawn to and fro as a player does: the postures between two keyframes, the psoas lit, as text; ${framesPerMovement} frames of each in a run, after one run to warm up; a run's value is the median of its frames. MuJoCo computes as many postures in the same run.`,
  runs: 21,
  measure: async ({ runs }) => {
    const draws = movements.map(drawingOf);
    const mujoco = await loadMujocoBody(createBodyModel());
    const poses = variedPoses(draws.length * framesPerMovement);
    const kept = await afterWarmUp(runs, async () => ({
      frame: quantileOf(draws.flatMap((draw) => Array.from({ length: framesPerMovement }, (_, index) => draw(index / framesPerMovement))), 0.5),
      pose: quantileOf(poses.map((values) => millisOf(() => mujoco.place(values))), 0.5),
    }));
    mujoco.close();
    return [
      { id: 'figure.frame', what: 'posture, muscle, drawing and text', unit: 'ms', better: 'less', bar: { limit: limitMillis }, values: kept.map(({ frame }) => frame) },
      { id: 'figure.ratio', what: 'a frame', ratioTo: 'a posture in MuJoCo', unit: 'ratio', better: 'less', values: kept.map((run) => run.frame / run.pose) },
    ];
  },
};

// Draws the frame at a share of the way, from 0 to 1, and gives the milliseconds that took.
function drawingOf(movement: (typeof movements)[number]): (share: number) => number {
  const { props, view, keyframes } = movement;
  const values = new Float64Array(coordinateCount);
  const lights = createMuscleLights(['psoas_r']);
  const frame = frameOf(keyframes.map((each) => each.pose), { view, props });
  const drawn = createFigure({ view, props, frame });
  const track = createTrack(movement);
  const [from, to] = [keyframes[0]?.id ?? '', keyframes.at(-1)?.id ?? ''];
  return (share) => {
    track.valuesBetween(from, to, share, values);
    return millisOf(() => figureToSvg(drawn.draw(values, { muscles: lights(values) }), { title: 'Bench', theme: 'variables' }));
  };
}
