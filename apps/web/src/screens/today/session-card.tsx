import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import { longGap, type TodaySession } from '@psoas/core/diary';
import steps from '@psoas/knowledge/text/steps';
import text from '@psoas/knowledge/text/today';
import { rulesOf, weekdayName } from './session-words.ts';
import type { TodayStanding } from '../../app/use-day.ts';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { ItemList } from '../../widgets/item-list.tsx';
import { ReasonLine } from '../../widgets/reason-line.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { ActivityCard } from './activity-card.tsx';
import { BetweenSessions } from './between-sessions.tsx';
import { CheckResults, ClinicianNote } from './check-results.tsx';
import { DifferentToday, TodaysWishes } from './different-today.tsx';
import { GuestNotesPlace } from './guest-notes-place.tsx';
import { HoldReasons } from './hold-reasons.tsx';
import { NextDayCard } from './next-day-card.tsx';
import { RetestCard } from './retest-card.tsx';
import { GapNote, StepChanges } from './step-changes.tsx';

type SessionCardProps = { readonly standing: TodayStanding; readonly weekday: string | undefined };

/** The session of today, or that it is done. */
export function SessionCard({ standing, weekday }: SessionCardProps): JSX.Element {
  const { today, state, day } = standing;
  const session = today.sessions.find(({ done }) => !done) ?? today.sessions[0];
  if (session === undefined) return <p>{text.restTitle}</p>;
  const unfinished = today.unfinishedRun;
  const nextDay = today.nextDay;
  const doneLead = nextDay === undefined ? undefined : fillTemplate(text.doneLead, { day: weekdayName(nextDay.day) });
  const first = session.items[0];
  const gap = longGap(state, day);
  const lastRun = state.runs.findLast(({ startedDay, sets }) => startedDay === day && sets.length > 0);
  return (
    <div class="split">
      <div class="split-head">
        <ScreenHead kicker={weekday} title={session.done ? text.doneTitle : titleOf(session)} lead={session.done ? doneLead : leadOf(session)} />
      </div>
      <div class="split-figure today-figure">{first !== undefined && <FigurePlace of={first.exercise} side={first.side} />}</div>
      <div class="screen">
        <ClinicianNote standing={standing} />
        <TodaysWishes standing={standing} />
        {gap !== undefined && !session.done && <GapNote days={gap} isLower={today.changes.some(({ rule }) => rule === 'D-09')} />}
        <NextDayCard standing={standing} />
        <ActivityCard standing={standing} />
        <div class="card today-session">
          <div class="spread">
            <h2>{text.session}</h2>
            <span class="chip">{fillTemplate(text.minutes, { count: session.minutes })}</span>
          </div>
          <ItemList items={session.items} />
          <StepChanges standing={standing} title={session.done ? text.changes.titleDone : steps.title} />
        </div>
        <GuestNotesPlace state={standing.state} />
        {unfinished !== undefined && <UnfinishedNote onDrop={() => void standing.closeRun(unfinished)} />}
        <CheckResults standing={standing} />
        <RetestCard standing={standing} />
        {!session.done && <DifferentToday standing={standing} hasSession />}
        <BetweenSessions />
        <HoldReasons standing={standing} />
        <details class="more">
          <summary>{text.reasons.title}</summary>
          <div class="more-body">
            {rulesOf(session).map((id) => (
              <ReasonLine key={id} id={id} />
            ))}
            <p>
              <a href="/programme">{text.week}</a> · <a href="/result">{text.result}</a>
            </p>
          </div>
        </details>
      </div>
      <div class="action-bar">
        {unfinished !== undefined ? (
          <a class="button" href={`/session/${unfinished.session}`}>
            {text.goOn}
          </a>
        ) : session.done ? (
          <a class="button button-quiet" href={lastRun === undefined ? '/programme' : `/done/${lastRun.run}`}>
            {lastRun === undefined ? text.week : text.lookAtDone}
          </a>
        ) : (
          <a class="button" href={`/session/${session.id}`}>
            {text.start}
          </a>
        )}
      </div>
    </div>
  );
}

function UnfinishedNote({ onDrop }: { readonly onDrop: () => void }): JSX.Element {
  return (
    <div class="note stack-tight">
      <p>{text.goOnLead}</p>
      <button type="button" class="text-button" onClick={onDrop}>
        {text.dropRun}
      </button>
    </div>
  );
}

function titleOf({ minutes }: TodaySession): string {
  return fillTemplate(text.title, { count: text.numbers[minutes] ?? minutes });
}

function leadOf({ items }: TodaySession): string {
  const stretches = items.some((item) => item.class === 'stretch');
  const strengthens = items.some((item) => item.class === 'strengthen');
  return stretches && strengthens ? text.lead.both : stretches ? text.lead.stretch : text.lead.strengthen;
}
