import type { JSX } from 'preact';
import type { LocalDate } from '@psoas/kernel';
import { clientSentence, clientStanding, type SharedView } from '@psoas/core/sharing';
import { dayWords } from '@psoas/core/progress';
import progressText from '@psoas/knowledge/text/progress';
import sharingText from '@psoas/knowledge/text/sharing';
import text from '@psoas/knowledge/text/shared';
import { safetyLabel } from './safety-label.ts';

/** How the person stands now. That sessions are stopped comes first, and plain. */
export function StandingNote({ view, today }: { readonly view: SharedView; readonly today: LocalDate }): JSX.Element | null {
  const { standing, findings } = view;
  if (standing === undefined) return null;
  const standingOf = clientStanding(view, today);
  const stopping = (findings?.reasons ?? []).filter(({ lifted, level }) => !lifted && level !== 'D');
  if (standing.today === 'stopped')
    return (
      <section class="note note-stop stack-tight" aria-labelledby="shared-now">
        <h2 id="shared-now">{text.standing.stopped}</h2>
        {stopping.map(({ id }) => (
          <p key={id} class="strong">
            {safetyLabel(id)}
          </p>
        ))}
        <p>{findings === undefined ? text.standing.stoppedNotShared : stopping.length > 0 ? text.standing.stoppedShared : text.standing.stoppedByPain}</p>
      </section>
    );
  return (
    <section class="note stack-tight" aria-labelledby="shared-now">
      <h2 id="shared-now">{clientSentence(standingOf, sharingText, (day) => dayWords(day, progressText.months))}</h2>
      {standing.today !== 'sessions' && <p>{text.standing[standing.today]}</p>}
    </section>
  );
}
