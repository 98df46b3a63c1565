import type { JSX } from 'preact';
import { clockText, daysBetween, fillTemplate } from '@psoas/kernel';
import { posturePrompt, stretchSecondsOfWeek } from '@psoas/core/breaks';
import text from '@psoas/knowledge/text/breaks';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useStanding, type Standing } from '../../app/use-standing.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { BreakCard } from './break-card.tsx';
import { BreakSettingsCard } from './break-settings-card.tsx';
import { deskOffer } from './desk-offer.ts';
import { useBreaks } from './use-breaks.ts';
import './breaks.css';

/** Reminders of breaks from sitting: what is now, when they come, what the week holds. */
export default function BreaksScreen(): JSX.Element {
  const standing = useStanding();
  const reminder = useBreaks();
  if (standing === undefined || reminder === undefined) return <Waiting />;
  const { state, day } = standing;
  const note = posturePrompt(state, day, text.postures.length);
  return (
    <div class="screen narrow">
      <ScreenHead title={text.title} lead={text.lead} />
      <BreakCard reminder={reminder} offer={deskOffer(standing, reminder.settings().workingDays.length)} diary={standing.diary} />
      <BreakSettingsCard reminder={reminder} />
      <WeekCard standing={standing} />
      {note !== undefined && (
        <section class="note stack-tight">
          <h2>{text.note}</h2>
          <p>{text.postures[note]}</p>
        </section>
      )}
    </div>
  );
}

function WeekCard({ standing: { state, day } }: { readonly standing: Standing }): JSX.Element {
  const { left, right } = stretchSecondsOfWeek(state, day);
  const count = state.breaks.filter((taken) => daysBetween(taken.day, day) >= 0 && daysBetween(taken.day, day) < 7).length;
  return (
    <section class="card stack-tight">
      <h2>{text.week.title}</h2>
      <p>{fillTemplate(text.week.text, { left: clockText(left), right: clockText(right), count })}</p>
    </section>
  );
}
