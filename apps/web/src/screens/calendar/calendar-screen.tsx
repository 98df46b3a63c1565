import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/published-calendar';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useStanding } from '../../app/use-standing.ts';
import type { CalendarPublisher } from '../../sync/create-published-calendar.ts';
import { useCalendarPublisher } from '../../sync/use-published-calendar.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import type { ErasedFeed } from '../../sync/sync-tasks.ts';
import { BeginCalendar } from './begin-calendar.tsx';
import { EndedNote, type EndedCalendar } from './ended-note.tsx';
import { OpenCalendar } from './open-calendar.tsx';
import '../other-device/other-device.css';
import './calendar.css';

/** [IC-10] A calendar that fetches the plan by itself: what it is, the consent, the address, the way out. */
export default function CalendarScreen(): JSX.Element {
  const publisher = useCalendarPublisher();
  const standing = useStanding();
  if (publisher === undefined || standing === undefined) return <Waiting />;
  return (
    <div class="screen narrow">
      <ScreenHead kicker={<a href="/settings">{text.back}</a>} title={text.title} lead={text.lead} />
      {publisher === 'impossible' ? <Impossible /> : <CalendarView publisher={publisher} hasPlan={(standing.assessment?.programme ?? null) !== null} />}
    </div>
  );
}

function Impossible(): JSX.Element {
  return (
    <div class="note stack-tight">
      <p>{text.impossible}</p>
      <a href="/programme">{text.file}</a>
    </div>
  );
}

function CalendarView({ publisher, hasPlan }: { readonly publisher: CalendarPublisher; readonly hasPlan: boolean }): JSX.Element {
  const { published } = publisher.state();
  const [ended, setEnded] = useState<EndedCalendar>();
  const end = (erased: ErasedFeed | undefined): void => setEnded({ relay: published?.relay ?? '', erased });
  if (published !== undefined) return <OpenCalendar publisher={publisher} published={published} onEnded={end} />;
  return (
    <>
      {ended !== undefined && <EndedNote {...ended} />}
      {!hasPlan && <p class="note">{text.noPlan}</p>}
      <BeginCalendar publisher={publisher} />
    </>
  );
}
