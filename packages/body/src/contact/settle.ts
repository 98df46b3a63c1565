import { coordinateIndex, coordinateNames, coordinates, type CoordinateName } from '../pose/coordinates.ts';
import type { Contact } from '../movement/movement.ts';
import { ballIndex, balls, type BallName } from '../surface/balls.ts';
import { createPlacedBalls } from '../surface/place-balls.ts';
import { gapMetres } from './gap.ts';
import { fitLeastSquares } from './least-squares.ts';
import type { Place, Prop } from './prop.ts';

/** A ball that has to stay where it is. */
export type Planted = { readonly ball: BallName; readonly at: Place };

/** What a posture has to meet. */
export type Ground = {
  readonly props: readonly Prop[];
  readonly contacts: readonly Contact[];
  readonly planted: readonly Planted[];
};

const surface = createPlacedBalls();
const radiansPerDegree = Math.PI / 180;
const trunkBalls: ReadonlySet<string> = new Set([
  'pubis',
  'sacrum',
  'belly',
  'ribs',
  'chest',
  'nape',
  'buttock_r',
  'buttock_l',
  'iliac_r',
  'iliac_l',
]);

/**
 * Turns a posture as little as possible so that its contacts touch and its planted balls stay. Only the place of the
 * pelvis, its tilt when the trunk bears, and the joints of limbs that bear may change. `values` in radians and metres,
 * changed in place. What cannot be met remains as a gap: `gapsOf` tells it.
 */
export function settle(values: Float64Array, ground: Ground): void {
  if (ground.contacts.length === 0 && ground.planted.length === 0) return;
  const bearing = [...ground.contacts.map(({ ball }) => ball), ...ground.planted.map(({ ball }) => ball)];
  const free = freeCoordinates(bearing, ground.planted.length > 0).map(([name, price]) => {
    const index = coordinateIndex(name);
    const range = coordinates[index];
    const scale = range?.unit === 'degrees' ? radiansPerDegree : 1;
    return { index, price, min: (range?.min ?? 0) * scale, max: (range?.max ?? 0) * scale };
  });
  fitLeastSquares({ values, free, errorsAt: (at) => errorsOf(at, ground) });
}

/** The gap of each contact in metres, in the order given: 0 touches, negative sinks in. */
export function gapsOf(values: Float64Array, ground: Pick<Ground, 'props' | 'contacts'>): readonly number[] {
  surface.place(values);
  return ground.contacts.map((contact) => contactGap(contact, ground.props));
}

/** The world place of a ball's centre, in metres. */
export function ballPlace(values: Float64Array, ball: BallName): Place {
  surface.place(values);
  return surface.centreOf(ballIndex(ball));
}

/** Every ball that sinks deeper than the tolerance into the floor or a prop, with its depth in metres. */
export function sunkBalls(
  values: Float64Array,
  props: readonly Prop[],
  toleranceMetres: number,
): readonly { readonly ball: BallName; readonly into: string; readonly depthMetres: number }[] {
  surface.place(values);
  return balls.flatMap(({ name, radiusMetres }, index) =>
    ['floor' as const, ...props].flatMap((prop) => {
      const gap = gapMetres(surface.centreOf(index), radiusMetres, prop);
      return gap !== undefined && gap < -toleranceMetres
        ? [{ ball: name, into: prop === 'floor' ? 'floor' : prop.id, depthMetres: -gap }]
        : [];
    }),
  );
}

function errorsOf(values: Float64Array, { props, contacts, planted }: Ground): readonly number[] {
  surface.place(values);
  return [
    ...contacts.map((contact) => 100 * contactGap(contact, props)),
    ...planted.flatMap(({ ball, at }) => {
      const now = surface.centreOf(ballIndex(ball));
      return [100 * (now[0] - at[0]), 100 * (now[1] - at[1]), 100 * (now[2] - at[2])];
    }),
  ];
}

function contactGap({ ball, on }: Contact, props: readonly Prop[]): number {
  const prop = on === 'floor' ? 'floor' : props.find(({ id }) => id === on);
  const index = ballIndex(ball);
  const gap =
    prop === undefined
      ? undefined
      : gapMetres(surface.centreOf(index), balls[index]?.radiusMetres ?? 0, prop);
  if (gap === undefined) throw new Error(`'${ball}' cannot touch '${on}'.`);
  return gap;
}

/** Which coordinates may give way, each with its price: cheap for limbs that bear, dear for the tilt of the pelvis. */
function freeCoordinates(
  bearing: readonly string[],
  isPlanted: boolean,
): readonly (readonly [CoordinateName, number])[] {
  const prices = new Map<string, number>([
    ['pelvis_tx', isPlanted ? 1e-6 : 1],
    ['pelvis_ty', 1e-6],
    ['pelvis_tz', isPlanted ? 1e-3 : 1],
  ]);
  for (const ball of bearing) {
    if (trunkBalls.has(ball)) prices.set('pelvis_tilt', 0.02);
    if (ball === 'skull' || ball === 'chin') prices.set('neck_flexion', 0.005);
    const side = ball.slice(-2);
    for (const [joint, price] of Object.entries(pricesByBall[ball.slice(0, -2)] ?? {}))
      prices.set(`${joint}${side}`, price);
  }
  return coordinateNames.flatMap((name) => {
    const price = prices.get(name);
    return price === undefined ? [] : [[name, price] as const];
  });
}

const leg = { hip_flexion: 0.005, hip_adduction: 0.02 };
const arm = { arm_flex: 0.005, arm_add: 0.01 };
const pricesByBall: { readonly [ball: string]: { readonly [joint: string]: number } } = {
  thigh: leg,
  knee: leg,
  calf: { ...leg, knee_angle: 0.005 },
  ankle: { ...leg, knee_angle: 0.005 },
  heel: { ...leg, knee_angle: 0.005, ankle_angle: 0.002 },
  ball: { ...leg, knee_angle: 0.005, ankle_angle: 0.002 },
  toe: { ...leg, knee_angle: 0.005, ankle_angle: 0.002, mtp_angle: 0.001 },
  elbow: arm,
  wrist: { ...arm, elbow_flex: 0.005 },
  palm: { ...arm, elbow_flex: 0.005 },
  fingers: { ...arm, elbow_flex: 0.005, wrist_flex: 0.001 },
};
