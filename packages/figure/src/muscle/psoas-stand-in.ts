import { bodyIndex, createPlaces, joints, placeBodies, placePoint, type Place } from '@psoas/body';
import type { MusclePath } from './muscle-path.ts';

const places = createPlaces();
const point = new Float64Array(3);

/** The psoas of one side by a few points alone: five slips from the lower spine, over the rim of the pelvis, to the thigh. */
export function psoasStandIn(values: Float64Array, side: 'left' | 'right'): MusclePath {
  const sign = side === 'left' ? -1 : 1;
  placeBodies(joints, values, places);
  const place = (name: string, x: number, y: number, z: number): Place => {
    placePoint(places, { body: bodyIndex(name), centreMetres: [x, y, sign * z] }, point, 0);
    return [point[0] ?? 0, point[1] ?? 0, point[2] ?? 0];
  };
  const brim = place('pelvis', -0.024, -0.057, 0.076);
  const end = place(side === 'left' ? 'femur_l' : 'femur_r', -0.019, -0.06, 0.0104);
  return {
    key: `psoas-${side}`,
    role: 'psoas',
    lines: [1, 2, 3, 4, 5].map((level) => [place(`lumbar${level}`, 0.004, -0.004, 0.026), brim, end]),
    changeShare: 0,
    radiusMetres: 0.012,
  };
}
