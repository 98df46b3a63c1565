import { bodyIndex, type BodyName } from '../model/body-names.ts';
import { joints } from '../model/joints.ts';
import { createPlaces, placeBodies, placePoint } from './place-bodies.ts';

type Point = readonly [number, number, number];

/** The joint on which each body turns, in the world, in metres; the pelvis gives its own origin. */
export type JointCentres = { readonly [Name in BodyName]: Point };

const centres = [
  { body: bodyIndex('pelvis'), centreMetres: [0, 0, 0] as const },
  ...joints.map(({ body, inChildMetres }) => ({ body, centreMetres: inChildMetres })),
].toSorted((first, second) => first.body - second.body);

/**
 * Where the joints are for coordinates in radians and metres (order of `coordinateNames`), in a body that is `scale`
 * times as tall as that of the data files. The pelvis' own place is not scaled.
 */
export function jointCentres(values: Float64Array, scale: number): JointCentres {
  const places = createPlaces();
  placeBodies(joints, values, places);
  const table = new Float64Array(3 * centres.length);
  for (const [index, centre] of centres.entries()) placePoint(places, centre, table, 3 * index);
  const pointOf = (name: BodyName): Point => {
    const offset = 3 * bodyIndex(name);
    const axis = (number: number): number => {
      const root = table[number] ?? 0;
      return root + scale * ((table[offset + number] ?? 0) - root);
    };
    return [axis(0), axis(1), axis(2)];
  };
  return {
    pelvis: pointOf('pelvis'),
    lumbar5: pointOf('lumbar5'),
    lumbar4: pointOf('lumbar4'),
    lumbar3: pointOf('lumbar3'),
    lumbar2: pointOf('lumbar2'),
    lumbar1: pointOf('lumbar1'),
    torso: pointOf('torso'),
    head: pointOf('head'),
    femur_r: pointOf('femur_r'),
    tibia_r: pointOf('tibia_r'),
    foot_r: pointOf('foot_r'),
    toes_r: pointOf('toes_r'),
    femur_l: pointOf('femur_l'),
    tibia_l: pointOf('tibia_l'),
    foot_l: pointOf('foot_l'),
    toes_l: pointOf('toes_l'),
    humerus_r: pointOf('humerus_r'),
    forearm_r: pointOf('forearm_r'),
    hand_r: pointOf('hand_r'),
    humerus_l: pointOf('humerus_l'),
    forearm_l: pointOf('forearm_l'),
    hand_l: pointOf('hand_l'),
  };
}
