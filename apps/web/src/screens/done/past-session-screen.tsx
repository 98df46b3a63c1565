import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/done';
import { Waiting, type ScreenProps } from '../../app/lazy-screen.tsx';
import { useStanding } from '../../app/use-standing.ts';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { DoneSets } from './done-sets.tsx';
import { SaveSession } from './save-session.tsx';
import { calendarDayText } from '../../widgets/local-text.ts';

const words = text.correct;

/** A session of the diary, to look at and to put right. */
export default function PastSessionScreen({ params }: ScreenProps): JSX.Element {
  const standing = useStanding();
  if (standing === undefined) return <Waiting />;
  const run = standing.state.runs.find((each) => each.run === params['run']);
  if (run === undefined || run.sets.length === 0)
    return <NothingYet title={words.gone.title} lead={words.gone.lead} href="/today" button={words.gone.button} />;
  return (
    <div class="screen narrow">
      <ScreenHead kicker={calendarDayText(run.startedDay, { weekday: 'long', day: 'numeric', month: 'long' })} title={words.pageTitle} lead={words.pageLead} />
      <DoneSets diary={standing.diary} run={run.run} />
      <SaveSession run={run} />
      <div class="action-bar">
        <a class="button button-quiet" href="/today">
          {text.button}
        </a>
      </div>
    </div>
  );
}
