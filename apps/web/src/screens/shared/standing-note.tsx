import type { JSX } from 'preact';
import type { LocalDate } from '@psoas/kernel';
import { clientSentence, clientStanding, type SharedView } from '@psoas/core/sharing';
import { dayWords } from '@psoas/core/progress';
import progressText from '@psoas/knowledge/text/progress';
import sharingText from '@psoas/knowledge/text/sharing';
import text from '@psoas/knowledge/text/shared';

/** How the person stands now. That sessions are stopped comes first, and plain. */
export function StandingNote({ view, today }: { readonly view: SharedView; readonly today: LocalDate }): JSX.Element | null {
  const { standing } = view;
  if (standing === undefined) return null;
  const standingOf = clientStanding(view, today);
  if (standing.today === 'stopped')
    return (
      <section class="note note-stop stack-tight" aria-labelledby="shared-now">
        <h2 id="shared-now">{text.standing.stopped}</h2>
        <p>{standing.parts.includes('findings') ? text.standing.stoppedShared : text.standing.stoppedNotShared}</p>
      </section>
    );
  return (
    <section class="note stack-tight" aria-labelledby="shared-now">
      <h2 id="shared-now">{clientSentence(standingOf, sharingText, (day) => dayWords(day, progressText.months))}</h2>
      <p>{text.standing[standing.today]}</p>
    </section>
  );
}
