const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

/** The day of a moment as people write it, 2 March 2026, where the device is. */
export function dayText(millis: number): string {
  return written.format(new Date(millis));
}
