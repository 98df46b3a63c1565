/** The titles in a calendar, as in `calendar.yaml`: neutral, because others may see them. */
export type CalendarWords = {
  readonly name: string;
  readonly session: string;
  readonly break: string;
  readonly check: string;
};
