/** How urgent: A emergency now; B same day; C see a clinician before starting; D start, modified. */
export type Urgency = 'A' | 'B' | 'C' | 'D';

/** The level of a whole screening. */
export type TriageLevel = Urgency | 'none';

const order: readonly TriageLevel[] = ['A', 'B', 'C', 'D', 'none'];

/** Negative when `first` is the more urgent one: sorts worst first. */
export function compareUrgency(first: TriageLevel, second: TriageLevel): number {
  return order.indexOf(first) - order.indexOf(second);
}

/** [S-01] The worst of several levels; none when there is none. */
export function worstLevel(levels: readonly TriageLevel[]): TriageLevel {
  return levels.toSorted(compareUrgency)[0] ?? 'none';
}
