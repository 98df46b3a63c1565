import {
  ballPlace,
  coordinates,
  gapsOf,
  poseToArray,
  settle,
  sunkBalls,
  type Contact,
  type CoordinateName,
  type Movement,
  type Planted,
  type Pose,
  type Prop,
} from '@psoas/body';

/** A keyframe, fault or variant of a movement, by its place in the file such as `keyframes.1`. */
type Posture = {
  readonly place: string;
  readonly id: string;
  readonly pose: Pose;
  readonly contacts: readonly Contact[];
  readonly props: readonly Prop[];
};

/** What is wrong with a posture. */
export type PostureFault = { readonly posture: string; readonly what: string };

/** How far something may float above, or sink into, what it bears on. */
const toleranceMetres = 0.01;

/** All postures of a movement; each with the posture whose contacts it keeps in place. */
function posturesOf(movement: Movement): readonly (readonly [Posture, Posture | undefined])[] {
  const { props } = movement;
  const keyframes = movement.keyframes.map((keyframe, index): Posture => ({
    place: `keyframes.${index}`,
    ...keyframe,
    props,
  }));
  return [
    ...keyframes.map((posture, index) => [posture, keyframes[index - 1]] as const),
    ...movement.faults.map(
      (fault, index) =>
        [{ place: `faults.${index}`, ...fault, props }, keyframes.find(({ id }) => id === fault.of)] as const,
    ),
    ...movement.variants.map(
      ({ keyframe, props: own }, index) =>
        [
          { place: `variants.${index}`, ...keyframe, props: own.length === 0 ? props : own },
          undefined,
        ] as const,
    ),
  ];
}

/** Settles every posture on what it bears on; gives the poses rounded as they are kept: 0.1 degrees, 0.1 mm. */
export function settleMovement(movement: Movement): ReadonlyMap<string, Pose> {
  const settled = new Map<string, Pose>();
  for (const [posture, before] of posturesOf(movement)) {
    const values = poseToArray(posture.pose);
    const start = before === undefined ? undefined : poseToArray(settled.get(before.place) ?? before.pose);
    const kept = start === undefined ? [] : keptContacts(posture, before);
    const planted =
      start === undefined ? [] : kept.map(({ ball }): Planted => ({ ball, at: ballPlace(start, ball) }));
    settle(values, { props: posture.props, contacts: posture.contacts, planted });
    settled.set(posture.place, roundedPose(values, posture.pose));
  }
  return settled;
}

/** Contacts that two neighbouring postures share and that may not slide. */
function keptContacts({ contacts }: Posture, before: Posture | undefined): readonly Contact[] {
  return contacts.filter(
    ({ ball, on, slides }) =>
      slides !== true && before?.contacts.some((each) => each.ball === ball && each.on === on),
  );
}

/** Everything that a posture does against the room and against its own joints. */
export function postureFaults(movement: Movement): readonly PostureFault[] {
  return posturesOf(movement).flatMap(([posture, before]) => {
    const { id, props, contacts, pose } = posture;
    const values = poseToArray(pose);
    const fault = (what: string): PostureFault => ({ posture: `${movement.id} ${id}`, what });
    const start = before === undefined ? undefined : poseToArray(before.pose);
    return [
      ...coordinates.flatMap(({ name, min, max }) =>
        (pose[name] ?? 0) < min || (pose[name] ?? 0) > max
          ? [fault(`${name} ${pose[name]} is outside ${min}..${max}`)]
          : [],
      ),
      ...gapsOf(values, { props, contacts }).flatMap((gap, index) =>
        Math.abs(gap) > toleranceMetres
          ? [fault(`${contacts[index]?.ball} is ${centimetres(gap)} cm off ${contacts[index]?.on}`)]
          : [],
      ),
      ...sunkBalls(values, props, toleranceMetres).map(({ ball, into, depthMetres }) =>
        fault(`${ball} sinks ${centimetres(depthMetres)} cm into ${into}`),
      ),
      ...(start === undefined
        ? []
        : keptContacts(posture, before).flatMap(({ ball }) =>
            slideFault(fault, ball, distance(ballPlace(start, ball), ballPlace(values, ball))),
          )),
    ];
  });
}

function slideFault(
  fault: (what: string) => PostureFault,
  ball: string,
  metres: number,
): readonly PostureFault[] {
  return metres > toleranceMetres
    ? [fault(`${ball} slides ${centimetres(metres)} cm from the posture before`)]
    : [];
}

function distance(from: readonly [number, number, number], to: readonly [number, number, number]): number {
  return Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]);
}

function centimetres(metres: number): string {
  return (100 * metres).toFixed(1);
}

function roundedPose(values: Float64Array, before: Pose): Pose {
  const pose: { [Name in CoordinateName]?: number } = {};
  for (const [index, { name, unit }] of coordinates.entries()) {
    const value = values[index] ?? 0;
    const rounded =
      unit === 'metres' ? Math.round(value * 1e4) / 1e4 : Math.round((value * 1800) / Math.PI) / 10;
    if (rounded !== 0 || before[name] !== undefined) pose[name] = rounded === 0 ? 0 : rounded;
  }
  return pose;
}
