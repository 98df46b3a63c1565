import text from '@psoas/knowledge/text/check';

/** How lengths are shown. They are always stored in centimetres. */
export type LengthUnits = 'centimetres' | 'inches';

/** Exact by definition. */
const centimetresPerInch = 2.54;

/** A stored length as it is shown, to a tenth. */
export function centimetresToShown(centimetres: number, units: LengthUnits): number {
  return units === 'centimetres' ? centimetres : Math.round((centimetres / centimetresPerInch) * 10) / 10;
}

/** A typed length as it is stored. */
export function shownToCentimetres(shown: number, units: LengthUnits): number {
  return units === 'centimetres' ? shown : shown * centimetresPerInch;
}

/** The short name of the unit. */
export function unitLabel(units: LengthUnits): string {
  return text.units[units];
}
