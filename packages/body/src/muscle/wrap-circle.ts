/** A circle about the origin and the side of it that the way has to take, a direction of length 1. */
export type Circle = {
  readonly radius: number;
  readonly sideX: number;
  readonly sideY: number;
};

/**
 * The shortest way in a plane from point a to point b round a circle, on the given side. `ends` holds ax, ay, bx,
 * by. Writes the length of the way, the direction in which it leaves a, and the one in which it reaches b, to
 * `into` (five numbers). False where the straight line does: it stays outside the circle on that side, or an end
 * lies inside, or the two straight parts of the way would cross.
 *
 * These are MuJoCo's rules for a cylinder with a side site, so that exported models agree. The geometry is derived
 * here: from a at distance d the tangent touches at T = (r/d)² a ± (r l/d²) (a turned by 90 degrees), l = √(d²-r²)
 * away from a. With an arc of θ > π the straight parts cross when both are longer than r tan(π - θ/2).
 */
export function wrapCircle(ends: Float64Array, circle: Circle, into: Float64Array): boolean {
  if (isStraight(ends, circle)) return false;
  const first = betterSense(ends, circle);
  return goRound(ends, circle.radius * first, into) || goRound(ends, circle.radius * -first, into);
}

function isStraight(ends: Float64Array, { radius, sideX, sideY }: Circle): boolean {
  const ax = at(ends, 0);
  const ay = at(ends, 1);
  const bx = at(ends, 2);
  const by = at(ends, 3);
  const rr = radius * radius;
  if (ax * ax + ay * ay < rr || bx * bx + by * by < rr) return true;
  const dx = bx - ax;
  const dy = by - ay;
  const dd = dx * dx + dy * dy;
  if (dd === 0) return true;
  const share = Math.min(1, Math.max(0, -(dx * ax + dy * ay) / dd));
  const nearX = ax + share * dx;
  const nearY = ay + share * dy;
  return nearX * nearX + nearY * nearY > rr && nearX * sideX + nearY * sideY >= 0;
}

/** The sense of rotation, 1 from x to y or -1, whose tangent points lie more to the wanted side. */
function betterSense(ends: Float64Array, { radius, sideX, sideY }: Circle): 1 | -1 {
  const ax = at(ends, 0);
  const ay = at(ends, 1);
  const bx = at(ends, 2);
  const by = at(ends, 3);
  const aa = ax * ax + ay * ay;
  const bb = bx * bx + by * by;
  const rr = radius * radius;
  const aTurn = (radius * Math.sqrt(aa - rr)) / aa;
  const bTurn = (radius * Math.sqrt(bb - rr)) / bb;
  // The middle of both tangent points is `base` plus or minus `turned`.
  const baseX = (rr / aa) * ax + (rr / bb) * bx;
  const baseY = (rr / aa) * ay + (rr / bb) * by;
  const turnedX = bTurn * by - aTurn * ay;
  const turnedY = aTurn * ax - bTurn * bx;
  const plus = toSide(baseX + turnedX, baseY + turnedY, sideX, sideY);
  const minus = toSide(baseX - turnedX, baseY - turnedY, sideX, sideY);
  return plus > minus ? 1 : -1;
}

function toSide(x: number, y: number, sideX: number, sideY: number): number {
  const length = Math.sqrt(x * x + y * y);
  return length === 0 ? 0 : (x * sideX + y * sideY) / length;
}

/** The way round in one sense: `turn` is the radius with the sense's sign. */
function goRound(ends: Float64Array, turn: number, into: Float64Array): boolean {
  const ax = at(ends, 0);
  const ay = at(ends, 1);
  const bx = at(ends, 2);
  const by = at(ends, 3);
  const aa = ax * ax + ay * ay;
  const bb = bx * bx + by * by;
  const rr = turn * turn;
  const aLength = Math.sqrt(aa - rr);
  const bLength = Math.sqrt(bb - rr);
  const aTurn = (turn * aLength) / aa;
  const bTurn = (turn * bLength) / bb;
  const tax = (rr / aa) * ax - aTurn * ay;
  const tay = (rr / aa) * ay + aTurn * ax;
  const tbx = (rr / bb) * bx + bTurn * by;
  const tby = (rr / bb) * by - bTurn * bx;
  const radius = Math.abs(turn);
  const sine = tax * tby - tay * tbx;
  let angle = Math.atan2(turn < 0 ? -sine : sine, tax * tbx + tay * tby);
  if (angle < 0) angle += 2 * Math.PI;
  if (angle > Math.PI && Math.min(aLength, bLength) > radius * Math.tan(Math.PI - angle / 2)) return false;
  into[0] = aLength + radius * angle + bLength;
  into[1] = (tax - ax) / aLength;
  into[2] = (tay - ay) / aLength;
  into[3] = (bx - tbx) / bLength;
  into[4] = (by - tby) / bLength;
  return true;
}

// Tables are filled to their length; the fallback only satisfies the compiler's check of indexes.
function at(table: Float64Array, index: number): number {
  return table[index] ?? 0;
}
