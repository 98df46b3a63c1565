import type { SharedItem, SharedSession } from '@psoas/core/sharing';

/** One exercise of the week: as it stands first, and on how many days. */
export type PlanRow = { readonly item: SharedItem; readonly days: number };

// Sessions around a sport and the light day have their own amounts.
const ownAmounts: readonly SharedSession['kind'][] = ['home', 'gym', 'maintenance'];

/** Each exercise of a shared week once, the amounts of a whole session first. */
export function planRows(sessions: readonly SharedSession[]): readonly PlanRow[] {
  const inOrder = sessions.toSorted((first, second) => Number(ownAmounts.includes(second.kind)) - Number(ownAmounts.includes(first.kind)));
  const rows = new Map<string, { readonly item: SharedItem; readonly days: Set<number> }>();
  for (const { day, items } of inOrder)
    for (const item of items) {
      const row = rows.get(item.exercise) ?? { item, days: new Set<number>() };
      row.days.add(day);
      rows.set(item.exercise, row);
    }
  return [...rows.values()].map(({ item, days }) => ({ item, days: days.size }));
}
