/** The names that come nearest to a mistyped one, best first. */
export function nearest(found: string, names: readonly string[], count = 3): readonly string[] {
  const wanted = found.toLowerCase();
  const score = (name: string): number =>
    name.includes(wanted) && wanted !== '' ? 0 : distance(wanted, name.toLowerCase());
  return names
    .toSorted((first, second) => score(first) - score(second) || (first < second ? -1 : 1))
    .slice(0, count);
}

// Levenshtein distance: how many letters must be put in, taken out or changed.
function distance(one: string, other: string): number {
  const last = other.split('').reduce<readonly number[]>(
    (row, letter, index) =>
      one
        .split('')
        .reduce<readonly number[]>(
          (next, from, column) => [
            ...next,
            Math.min(
              (next[column] ?? 0) + 1,
              (row[column + 1] ?? 0) + 1,
              (row[column] ?? 0) + (from === letter ? 0 : 1),
            ),
          ],
          [index + 1],
        ),
    Array.from({ length: one.length + 1 }, (_, index) => index),
  );
  return last.at(-1) ?? 0;
}
