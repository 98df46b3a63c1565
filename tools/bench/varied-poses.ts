import { coordinates } from '@psoas/body';

/** Postures spread over the whole range of every joint, the same in every run. */
export function variedPoses(count: number): readonly Float64Array[] {
  return Array.from({ length: count }, (_, pose) =>
    Float64Array.from(coordinates, ({ min, max, unit }, index) => {
      const share = ((pose + 1) * (0.618_033_988_75 + 0.1 * index)) % 1;
      const value = min + (max - min) * share;
      return unit === 'degrees' ? (value * Math.PI) / 180 : value;
    }),
  );
}
