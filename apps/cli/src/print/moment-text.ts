const momentFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

/** A moment by the clock on the wall: Sat, 21 Nov 2026, 17:40. */
export function momentText(millis: number): string {
  return momentFormat.format(new Date(millis));
}
