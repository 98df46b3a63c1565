import { momentText } from '../widgets/local-text.ts';

/** The day of a moment as people write it, 2 March 2026, where the device is. */
export function dayText(millis: number): string {
  return momentText(millis, { dateStyle: 'long' });
}
