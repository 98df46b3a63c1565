import syncText from '@psoas/knowledge/text/sync';
import { openCalendarPublisher, type CalendarParts } from '../../sync/open-published-calendar.ts';
import { faultText } from '../../sync/sync-words.ts';

/** [IC-13] Ends the calendar before everything here is erased; gives why it could not be, in words. */
export async function endForErase(parts: CalendarParts): Promise<string | undefined> {
  try {
    const publisher = await openCalendarPublisher(parts);
    const relay = publisher.state().published?.relay ?? window.location.origin;
    const ended = await publisher.end();
    return ended.ok ? undefined : faultText(ended.error, { relay, appOrigin: window.location.origin });
  } catch {
    return syncText.fault.unexpected;
  }
}
