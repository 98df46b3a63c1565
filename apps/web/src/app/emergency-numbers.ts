import type { RegionId } from '../adapters/settings.ts';

/** The number to call, by region. 112 also where the region is not known. Source: K-general. */
const numberByRegion: { readonly [region in RegionId]: string } = {
  unknown: '112',
  eu: '112',
  uk: '999',
  'us-ca': '911',
  au: '000',
  nz: '111',
  other: '112',
};

/** The emergency number of a region, and whether it surely belongs there. */
export function emergencyNumber(region: RegionId): { readonly number: string; readonly isKnown: boolean } {
  return { number: numberByRegion[region], isKnown: region !== 'unknown' && region !== 'other' };
}
