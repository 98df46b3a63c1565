import type { RegionId } from '../../adapters/settings.ts';

/** The day on which weeks begin: Sunday (7) in North America, Monday (1) elsewhere. */
export function firstWeekdayOf(region: RegionId): number {
  return region === 'us-ca' ? 7 : 1;
}
