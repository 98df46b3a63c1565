import { ballIndex, balls, type BallName, type CarriedProp } from '@psoas/body';
import type { Shape } from '../drawing.ts';
import { blobSize, placeEllipsoids } from '../flesh/flesh.ts';
import type { Ellipsoid } from '../flesh/rows.ts';
import { drawTube } from '../outline/tube.ts';
import type { Pen } from '../outline/pen.ts';
import type { Camera, Spot } from '../view/camera.ts';
import { at, stageSize } from '../view/stage.ts';

/** What is needed to draw something that hangs on the body. */
export type Hanger = {
  readonly pen: Pen;
  readonly camera: Camera;
  readonly stage: Float64Array;
};

const blobs = new Float64Array(4 * blobSize);

/** Where a ball of the body's surface stands in the picture. */
export function ballSpot(stage: Float64Array, name: BallName): Spot {
  const ball = balls[ballIndex(name)];
  if (ball === undefined) return { x: 0, y: 0, depth: 0 };
  return bodySpot(stage, ball.body, ball.centreMetres);
}

function bodySpot(stage: Float64Array, body: number, [x, y, z]: readonly [number, number, number]): Spot {
  const from = body * stageSize;
  const row = (index: number): number => {
    const r = from + 3 + 3 * index;
    return at(stage, from + index) + at(stage, r) * x + at(stage, r + 1) * y + at(stage, r + 2) * z;
  };
  return { x: row(0), y: row(1), depth: row(2) };
}

/** A weight in a hand, on a foot or around an ankle. */
export function drawCarried({ pen, camera, stage }: Hanger, prop: CarriedProp): Shape {
  const ball = balls[ballIndex(prop.on)];
  const spot = ballSpot(stage, prop.on);
  const key = `${prop.id}-weight`;
  if (ball === undefined) return { key, role: 'weight', d: '' };
  switch (prop.kind) {
    case 'kettlebell': {
      // It hangs: straight down in the world, which is `up` turned round in the picture.
      const down = camera.up[1];
      disc(0, { x: spot.x, y: spot.y + 13 * down }, 8.6);
      disc(1, { x: spot.x, y: spot.y + 12 * down }, 8.6);
      drawTube(pen, blobs, [0, 1]);
      drawLoop(pen, spot, down);
      return { key, role: 'weight', d: pen.take() };
    }
    case 'dumbbell': {
      const [x, y, z] = ball.centreMetres;
      const ends = [-0.1, -0.065, 0.065, 0.1].map((away) => bodySpot(stage, ball.body, [x, y, z + away]));
      for (const [index, end] of ends.entries()) disc(index, end, 4.6);
      drawTube(pen, blobs, [0, 1]);
      drawTube(pen, blobs, [2, 3]);
      for (const [index, end] of ends.entries()) disc(index, end, 1.4);
      drawTube(pen, blobs, [1, 2]);
      return { key, role: 'weight', d: pen.take() };
    }
    case 'ankle-weight': {
      const [x, y, z] = ball.centreMetres;
      const cuff = [0.028, 0.052, 0.076].map((up, index): Ellipsoid => {
        const wide = index === 1 ? 0.05 : 0.047;
        return { body: ball.body, at: [x, y + up, z], half: [wide, 0.006, wide] };
      });
      placeEllipsoids(cuff, stage, blobs, 0);
      drawTube(pen, blobs, [0, 1, 2]);
      return { key, role: 'weight', d: pen.take() };
    }
  }
}

function disc(blob: number, { x, y }: { readonly x: number; readonly y: number }, radius: number): void {
  blobs.set([x, y, 0, radius * radius, 0, radius * radius], blob * blobSize);
}

/** The handle of a kettlebell: two posts and a grip. */
function drawLoop(pen: Pen, { x, y }: Spot, down: number): void {
  const posts = [
    [-4.2, 0.6, -5.6, 8],
    [-4.2, 0.6, 4.2, 0.6],
    [4.2, 0.6, 5.6, 8],
  ] as const;
  for (const [fromX, fromY, toX, toY] of posts) {
    disc(0, { x: x + fromX, y: y + fromY * down }, 1.5);
    disc(1, { x: x + toX, y: y + toY * down }, 1.5);
    drawTube(pen, blobs, [0, 1]);
  }
}

/** A band, drawn straight from one place of the body to another. */
export function drawStrip(pen: Pen, from: Spot, to: Spot, radius: number): string {
  disc(0, from, radius);
  disc(1, to, radius);
  drawTube(pen, blobs, [0, 1]);
  return pen.take();
}
