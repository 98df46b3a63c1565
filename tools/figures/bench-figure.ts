import { coordinateCount, createTrack } from '@psoas/body';
import { createFigure, createMuscleLights, figureToSvg, frameOf } from '@psoas/figure';
import { movements } from '@psoas/knowledge/movements';

/** What the bench of the figure found, in milliseconds for one frame: posture, muscle, drawing and text. */
export type FigureBench = {
  readonly frames: number;
  readonly medianMillis: number;
  readonly p99Millis: number;
  readonly limitMillis: number;
};

/** The bar for one frame in Node. */
const limitMillis = 0.5;

/** Frames of each movement, after as many to warm up. */
const framesPerMovement = 200;

/** Draws every movement to and fro, as a player does: the postures between two keyframes, the psoas lit, as text. */
export function benchFigure(): FigureBench {
  const millis: number[] = [];
  const values = new Float64Array(coordinateCount);
  const lights = createMuscleLights(['psoas_r']);
  for (const movement of movements) {
    const { props, view, keyframes } = movement;
    const frame = frameOf(
      keyframes.map(({ pose }) => pose),
      { view, props },
    );
    const figure = createFigure({ view, props, frame });
    const track = createTrack(movement);
    const [from, to] = [keyframes[0]?.id ?? '', keyframes.at(-1)?.id ?? ''];
    for (let index = -framesPerMovement; index < framesPerMovement; index += 1) {
      track.valuesBetween(from, to, Math.abs(index) / framesPerMovement, values);
      const start = performance.now();
      figureToSvg(figure.draw(values, { muscles: lights(values) }), { title: 'Bench', theme: 'variables' });
      if (index >= 0) millis.push(performance.now() - start);
    }
  }
  const sorted = millis.toSorted((first, second) => first - second);
  const at = (share: number): number =>
    Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 1000) / 1000;
  return { frames: millis.length, medianMillis: at(0.5), p99Millis: at(0.99), limitMillis };
}
