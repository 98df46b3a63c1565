/** A point of the picture, in centimetres; y grows downwards. */
export type Point = { readonly x: number; readonly y: number };

/** A ball of the body: a point with a radius. */
export type Ball = Point & { readonly r: number };

/** The outline of two balls and their common tangents, as an SVG path. */
export function capsulePath(from: Ball, to: Ball): string {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  if (distance <= Math.abs(from.r - to.r)) return ballPath(from.r > to.r ? from : to);
  const heading = Math.atan2(to.y - from.y, to.x - from.x);
  const spread = Math.acos((from.r - to.r) / distance);
  const at = (ball: Ball, angle: number): string => `${round(ball.x + ball.r * Math.cos(angle))} ${round(ball.y + ball.r * Math.sin(angle))}`;
  const bigTo = spread > Math.PI / 2 ? 1 : 0;
  return [
    `M${at(from, heading + spread)}`,
    `A${from.r} ${from.r} 0 ${1 - bigTo} 1 ${at(from, heading - spread)}`,
    `L${at(to, heading - spread)}`,
    `A${to.r} ${to.r} 0 ${bigTo} 1 ${at(to, heading + spread)}Z`,
  ].join('');
}

/** Several capsules in a row, as one path. */
export function chainPath(balls: readonly Ball[]): string {
  return balls.slice(1).map((ball, index) => capsulePath(balls[index] ?? ball, ball)).join('');
}

/** The point that lies `length` from `from`; the angle counts from straight down, forwards positive. */
export function limbEnd(from: Point, angleDegrees: number, length: number): Point {
  const angle = (angleDegrees * Math.PI) / 180;
  return { x: from.x + length * Math.sin(angle), y: from.y + length * Math.cos(angle) };
}

/** The point a share of the way from one to the other. */
export function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** A ball around a point. */
export function ball({ x, y }: Point, r: number): Ball {
  return { x, y, r };
}

function ballPath({ x, y, r }: Ball): string {
  return `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
