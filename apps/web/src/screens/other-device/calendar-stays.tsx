import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/published-calendar';
import { useDiary } from '../../app/use-diary.ts';
import { hasCalendarNote } from '../../sync/calendar-note.ts';

/** [IC-13] Stopping on this device leaves its calendar alone, so whoever stops hears of it. */
export function CalendarStays(): JSX.Element | null {
  const diary = useDiary();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (diary !== undefined) void hasCalendarNote(diary).then(setOpen, () => undefined);
  }, [diary]);
  if (!isOpen) return null;
  return (
    <p>
      {text.leave.stays} <a href="/settings/calendar">{text.title}</a>.
    </p>
  );
}
