import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/today';
import type { TodayStanding } from '../../app/use-day.ts';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { ReasonLine } from '../../widgets/reason-line.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { ActivityCard } from './activity-card.tsx';
import { BetweenSessions } from './between-sessions.tsx';
import { CheckResults, ClinicianNote } from './check-results.tsx';
import { DifferentToday, TodaysWishes } from './different-today.tsx';
import { GuestNotesPlace } from './guest-notes-place.tsx';
import { NextDayCard } from './next-day-card.tsx';
import { RetestCard } from './retest-card.tsx';
import { weekdayName } from './session-words.ts';

type RestDayProps = { readonly standing: TodayStanding; readonly weekday: string | undefined; readonly title: string; readonly lead: string; readonly because: readonly string[] };

/** A day without a session, and when the next one is. */
export function RestDay({ standing, weekday, title, lead, because }: RestDayProps): JSX.Element {
  const next = standing.today.nextDay;
  const nextSession = next?.sessions[0];
  return (
    <div class="split">
      <div class="split-head">
        <ScreenHead kicker={weekday} title={title} lead={lead} />
      </div>
      <div class="split-figure today-figure">
        <FigurePlace of="standing" />
      </div>
      <div class="screen">
        {because.map((id) => (
          <div key={id} class="note">
            <ReasonLine id={id} />
          </div>
        ))}
        {next !== undefined && nextSession !== undefined && <p class="card strong">{fillTemplate(text.restNext, { day: weekdayName(next.day), minutes: nextSession.minutes })}</p>}
        <GuestNotesPlace state={standing.state} />
        <ClinicianNote standing={standing} />
        <TodaysWishes standing={standing} />
        <NextDayCard standing={standing} />
        <ActivityCard standing={standing} />
        <CheckResults standing={standing} />
        <RetestCard standing={standing} />
        {because.length === 0 && (
          <>
            <DifferentToday standing={standing} hasSession={false} />
            <BetweenSessions />
          </>
        )}
      </div>
      <div class="action-bar">
        <a class="button button-quiet" href="/programme">
          {text.anyway}
        </a>
      </div>
    </div>
  );
}
