import { fixed } from './number-text.ts';
import type { Curve } from './curve.ts';

/** The rectangle that a curve is drawn in, in the picture's units, and what its edges stand for. */
export type PathFrame = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly low: number;
  readonly high: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
};

type Point = { readonly x: number; readonly y: number };

/**
 * A curve as the `d` of an SVG path, with a gap where values are missing. Of many moments in one unit of width only the
 * first, lowest, highest and last are drawn: the picture looks the same and stays small.
 */
export function curveToPath({ timesSeconds, values }: Curve, frame: PathFrame): string {
  const parts: string[] = [];
  let stroke: Point[] = [];
  const end = (): void => {
    if (stroke.length > 0) parts.push(strokeText(thinned(stroke)));
    stroke = [];
  };
  for (const [index, timeSeconds] of timesSeconds.entries()) {
    const value = values[index];
    if (value === undefined) end();
    else stroke.push(toPoint(timeSeconds, value, frame));
  }
  end();
  return parts.join('');
}

function toPoint(timeSeconds: number, value: number, frame: PathFrame): Point {
  const span = frame.endSeconds - frame.startSeconds;
  const part = span > 0 ? (timeSeconds - frame.startSeconds) / span : 0;
  return {
    x: frame.left + part * (frame.right - frame.left),
    y: frame.top + ((frame.high - value) / (frame.high - frame.low)) * (frame.bottom - frame.top),
  };
}

function thinned(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  let bucket: Point[] = [];
  const flush = (): void => {
    kept.push(...(bucket.length <= 4 ? bucket : ends(bucket)));
    bucket = [];
  };
  for (const point of points) {
    const last = bucket[0];
    if (last !== undefined && Math.floor(last.x) !== Math.floor(point.x)) flush();
    bucket.push(point);
  }
  flush();
  return kept;
}

function ends(bucket: readonly Point[]): readonly Point[] {
  let top = 0;
  let bottom = 0;
  for (const [index, { y }] of bucket.entries()) {
    if (y < (bucket[top]?.y ?? y)) top = index;
    if (y > (bucket[bottom]?.y ?? y)) bottom = index;
  }
  const order = [...new Set([0, top, bottom, bucket.length - 1])].toSorted((one, other) => one - other);
  return order.flatMap((index) => bucket[index] ?? []);
}

// A single moment between two gaps is a dot: a stroke of no length with round ends.
function strokeText(points: readonly Point[]): string {
  const [first, ...rest] = points.map(({ x, y }) => `${fixed(x, 1)} ${fixed(y, 1)}`);
  return `M${first}${rest.length === 0 ? 'h0' : `L${rest.join(' ')}`}`;
}
