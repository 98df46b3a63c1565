import { daysBetween, isRecord, parseLocalDate } from '@psoas/kernel';

/** The last moment that an event can have, as events are read. */
const lastMillis = 8.64e15;
const hourMillis = 3_600_000;
const epoch = parseLocalDate('1970-01-01');

/**
 * [DF-08] For each entry the moment at which it stands, never falling. The most entries that rise together are taken
 * at their word; one that does not fit, from a clock that ran ahead or behind, stands with the one before it.
 */
export function settledTimes(entries: readonly unknown[]): readonly number[] {
  const told = entries.map(timeOf);
  const trusted = longestRise(told);
  let latest = 0;
  return told.map((at, index) => {
    if (at !== undefined && trusted.has(index)) latest = at;
    return latest;
  });
}

// A browser stamps on after a clock that ran ahead (E-15): then the day still says when it was.
function timeOf(entry: unknown): number | undefined {
  const at = isRecord(entry) ? entry['atMillis'] : undefined;
  if (typeof at !== 'number' || !(at >= 0 && at <= lastMillis)) return undefined;
  const day = isRecord(entry) && typeof entry['day'] === 'string' ? parseLocalDate(entry['day']) : undefined;
  if (day?.ok !== true || !epoch.ok) return at;
  // Anywhere on earth a day ends up to 12 hours after it ends in UTC.
  return Math.min(at, (daysBetween(epoch.value, day.value) * 24 + 36) * hourMillis);
}

// The places of a longest series that never falls; of equally long ones that with the earlier end.
function longestRise(told: readonly (number | undefined)[]): ReadonlySet<number> {
  const ends: { readonly at: number; readonly index: number }[] = [];
  const placeBefore: (number | undefined)[] = [];
  told.forEach((at, index) => {
    if (at === undefined) return;
    const length = countUpTo(ends, at);
    placeBefore[index] = ends[length - 1]?.index;
    ends[length] = { at, index };
  });
  const places = new Set<number>();
  for (let place = ends.at(-1)?.index; place !== undefined; place = placeBefore[place]) places.add(place);
  return places;
}

function countUpTo(ends: readonly { readonly at: number }[], at: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
