import { language } from '@psoas/knowledge/language';
import text from '@psoas/knowledge/text/shell';
import type { RegionId } from '../adapters/settings.ts';

/** The number to call, by region; that of the ambulance where there is one for all. 112 also where the region is not known. Source: K-general. */
const numberByRegion: { readonly [region in RegionId]: string } = {
  unknown: '112',
  eu: '112',
  de: '112',
  at: '112',
  ch: '144',
  es: '112',
  uk: '999',
  'us-ca': '911',
  mx: '911',
  ar: '107',
  co: '123',
  cl: '131',
  pe: '106',
  cn: '120',
  tw: '119',
  hk: '999',
  sg: '995',
  au: '000',
  nz: '111',
  other: '112',
};

/** Where a doctor is reached by telephone when it is no emergency. Source: K-general. */
const adviceByRegion: { readonly [region in RegionId]?: string } = { de: '116117', at: '1450', uk: '111' };

/** What to call in a region. */
export type EmergencyNumber = {
  readonly number: string;
  /** Whether the number surely belongs to the region. */
  readonly isKnown: boolean;
  readonly adviceNumber: string | undefined;
};

/** The emergency number of a region. */
export function emergencyNumber(region: RegionId): EmergencyNumber {
  return { number: numberByRegion[region], isKnown: region !== 'unknown' && region !== 'other', adviceNumber: adviceByRegion[region] };
}

/** What a region is called. Countries are named by the browser, in the language of the app. */
export function regionName(region: RegionId): string {
  if (region === 'unknown' || region === 'other' || region === 'us-ca') return text.regions[region];
  const names = new Intl.DisplayNames(language.formats, { type: 'region' });
  return names.of(region === 'uk' ? 'GB' : region.toUpperCase()) ?? region;
}
