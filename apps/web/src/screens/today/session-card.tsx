import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import type { TodaySession } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/today';
import { rulesOf, weekdayName } from './session-words.ts';
import type { Standing } from '../../app/use-standing.ts';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { ItemList } from '../../widgets/item-list.tsx';
import { ReasonLine } from '../../widgets/reason-line.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { BetweenSessions } from './between-sessions.tsx';
import { NextDayCard } from './next-day-card.tsx';
import { RetestCard } from './retest-card.tsx';

type SessionCardProps = { readonly standing: Standing; readonly weekday: string | undefined };

/** The session of today, or that it is done. */
export function SessionCard({ standing, weekday }: SessionCardProps): JSX.Element {
  const { today, diary } = standing;
  const session = today.sessions.find(({ done }) => !done) ?? today.sessions[0];
  if (session === undefined) return <p>{text.restTitle}</p>;
  const unfinished = today.unfinishedRun;
  const nextDay = today.nextDay;
  const doneLead = nextDay === undefined ? undefined : fillTemplate(text.doneLead, { day: weekdayName(nextDay.day) });
  const first = session.items[0];
  return (
    <div class="split">
      <div class="split-head">
        <ScreenHead kicker={weekday} title={session.done ? text.doneTitle : titleOf(session)} lead={session.done ? doneLead : leadOf(session)} />
      </div>
      <div class="split-figure today-figure">{first !== undefined && <FigurePlace of={first.exercise} side={first.side} />}</div>
      <div class="screen">
        <div class="card today-session">
          <div class="spread">
            <h2>{text.session}</h2>
            <span class="chip">{fillTemplate(text.minutes, { count: session.minutes })}</span>
          </div>
          <ItemList items={session.items} />
        </div>
        {unfinished !== undefined && (
          <div class="note stack-tight">
            <p>{text.goOnLead}</p>
            <button type="button" class="text-button" onClick={() => void diary.append('session-finished', { run: unfinished.run, outcome: 'ended-early' })}>
              {text.dropRun}
            </button>
          </div>
        )}
        <NextDayCard standing={standing} />
        <RetestCard standing={standing} />
        <BetweenSessions />
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
          <a class="button button-quiet" href="/programme">
            {text.week}
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

function titleOf({ minutes }: TodaySession): string {
  return fillTemplate(text.title, { count: text.numbers[minutes] ?? minutes });
}

function leadOf({ items }: TodaySession): string {
  const stretches = items.some((item) => item.class === 'stretch');
  const strengthens = items.some((item) => item.class === 'strengthen');
  return stretches && strengthens ? text.lead.both : stretches ? text.lead.stretch : text.lead.strengthen;
}
