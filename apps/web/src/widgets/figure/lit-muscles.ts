import { psoasStandIn, type MusclePath } from '@psoas/figure';

/** The muscles that light up in a posture: the psoas of the side that works. */
export function litMuscles(values: Float64Array, side: 'left' | 'right'): readonly MusclePath[] {
  return [psoasStandIn(values, side)];
}
