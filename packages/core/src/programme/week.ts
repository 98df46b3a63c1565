/** [P-10] The days of a week that are used, as numbers from 1 to 7; day 1 is the day the programme starts. */
export type Week = {
  readonly days: readonly number[];
  /** At least 48 hours apart, over the turn of the week too. */
  readonly strengthDays: readonly number[];
  /** [P-03] With seven days one stays light. */
  readonly lightDay: number | undefined;
};

// Strength days are never neighbours, day 7 and day 1 included: 48 hours apart, our own judgement (P-judgement).
const weeks: readonly Week[] = [
  { days: [1], strengthDays: [1], lightDay: undefined },
  { days: [1, 4], strengthDays: [1, 4], lightDay: undefined },
  { days: [1, 3, 5], strengthDays: [1, 3, 5], lightDay: undefined },
  { days: [1, 2, 4, 6], strengthDays: [1, 4, 6], lightDay: undefined },
  { days: [1, 2, 3, 5, 6], strengthDays: [1, 3, 5], lightDay: undefined },
  { days: [1, 2, 3, 4, 5, 6], strengthDays: [1, 3, 5], lightDay: undefined },
  { days: [1, 2, 3, 4, 5, 6, 7], strengthDays: [1, 3, 5], lightDay: 7 },
];

const oneDay: Week = { days: [1], strengthDays: [1], lightDay: undefined };

/** The week for 1 to 7 available days. */
export function weekOf(daysPerWeek: number): Week {
  return weeks[daysPerWeek - 1] ?? oneDay;
}
