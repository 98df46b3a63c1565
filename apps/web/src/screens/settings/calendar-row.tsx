import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/published-calendar';
import type { Diary } from '../../diary/diary.ts';
import { hasCalendarNote } from '../../sync/calendar-note.ts';

/** The way to the calendar that a calendar program fetches, and whether one lies open. */
export function CalendarRow({ diary }: { readonly diary: Diary | undefined }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (diary !== undefined) void hasCalendarNote(diary).then(setOpen, () => undefined);
  }, [diary]);
  return (
    // Its label is the text inside, which the rule does not see that deep.
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label
    <a class="card settings-link" href="/settings/calendar">
      <span class="row-text">
        <span class="settings-link-title">{text.row}</span>
        <span class="choice-note">{isOpen ? text.rowOn : text.rowOff}</span>
      </span>
      <span class="chevron" aria-hidden="true" />
    </a>
  );
}
