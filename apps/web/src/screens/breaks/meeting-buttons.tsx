import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/breaks';

const lengths = [30, 60] as const;

/** Silence for a meeting: for some minutes, or until the person says that it is over. */
export function MeetingButtons({ onMeeting }: { readonly onMeeting: (minutes?: number) => void }): JSX.Element {
  return (
    <div class="stack-tight" role="group" aria-label={text.meeting}>
      <span class="field-label">{text.meeting}</span>
      <div class="wrap">
        <button type="button" class="text-button" onClick={() => onMeeting()}>
          {text.meetingOpen}
        </button>
        {lengths.map((minutes) => (
          <button key={minutes} type="button" class="text-button" onClick={() => onMeeting(minutes)}>
            {fillTemplate(text.meetingFor, { minutes })}
          </button>
        ))}
      </div>
    </div>
  );
}
