import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { addDays, fillTemplate, type LocalDate } from '@psoas/kernel';
import { dayWords } from '@psoas/core/progress';
import type { SharedView } from '@psoas/core/sharing';
import progressText from '@psoas/knowledge/text/progress';
import reportText from '@psoas/knowledge/text/report';
import text from '@psoas/knowledge/text/shared';
import { useServices } from '../../app/services.ts';
import type { GuestFaultKey } from '../../clients/guest-fault.ts';
import type { Sight } from '../../clients/guest-tasks.ts';
import type { Looking } from '../../clients/use-look.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { AnswerSection } from './answer-section.tsx';
import { DoneSection } from './done-section.tsx';
import { FindingsSection } from './findings-section.tsx';
import { MeasuredSection } from './measured-section.tsx';
import { PlanSection } from './plan-section.tsx';
import { ProposeDialog } from './propose-dialog.tsx';
import { SessionsParts } from './sessions-parts.tsx';
import { StandingNote } from './standing-note.tsx';
import './shared.css';

type SharedPageProps = {
  readonly sight: Sight;
  readonly fault: GuestFaultKey | undefined;
  readonly isLoading: boolean;
  readonly write: Looking['write'];
  readonly back?: ComponentChildren;
  readonly title?: string;
  /** Whether the right to answer lies in the diary. */
  readonly isKept: boolean;
  /** What else can be done with it, below the answer. */
  readonly children: ComponentChildren;
};

/** One page of what somebody shares: how they stand, the plan, what was done and felt, left and right; and the answer. */
export function SharedPage({ sight, fault, isLoading, write, back, title, isKept, children }: SharedPageProps): JSX.Element {
  const { clock } = useServices();
  const { view, mayAnswer } = sight;
  const [proposing, setProposing] = useState<string>();
  const today = clock.today();
  const writes = mayAnswer && fault !== 'taken';
  return (
    <div class="screen shared">
      <ScreenHead kicker={back ?? text.kicker} title={title ?? view.standing?.callMe ?? text.noName} lead={headLine(view)} />
      <p class="small soft">{reportText.what}</p>
      <Notices sight={sight} fault={fault} isLoading={isLoading} />
      <StandingNote view={view} today={today} />
      <div class="shared-columns">
        <div class="shared-parts">
          <PlanSection view={view} {...(writes && { onPropose: setProposing })} />
          <FindingsSection view={view} />
          <DoneSection view={view} />
        </div>
        <div class="shared-rest">
          {view.sessions !== undefined && <SessionsParts sessions={view.sessions} today={latestDay(view, today)} />}
          <MeasuredSection view={view} today={latestDay(view, today)} />
        </div>
        <div class="shared-aside">
          <AnswerSection sight={sight} mayAnswer={writes} isKept={isKept} write={write} />
          {children}
          <button type="button" class="button button-plain no-print" onClick={() => window.print()}>
            {text.print}
          </button>
        </div>
      </div>
      {proposing !== undefined && <ProposeDialog exercise={proposing} view={view} write={write} onClose={() => setProposing(undefined)} />}
    </div>
  );
}

function Notices({ sight: { view }, fault, isLoading }: Pick<SharedPageProps, 'sight' | 'fault' | 'isLoading'>): JSX.Element {
  const said = [
    ...(view.newerVersion === undefined ? [] : [text.newer]),
    ...(view.newerVersion === undefined && view.unreadableCount > 0 ? [text.unreadable] : []),
  ];
  return (
    <div role="status" class="stack no-print">
      {isLoading && <p class="visually-hidden">{text.loading}</p>}
      {fault !== undefined && (
        <div class="note">
          <p class="strong">{text.faults[fault].title}</p>
          <p>{text.faults[fault].lead}</p>
        </div>
      )}
      {said.map((line) => (
        <p key={line} class="note">
          {line}
        </p>
      ))}
    </div>
  );
}

function headLine({ standing }: SharedView): string {
  if (standing === undefined) return text.notYet;
  const { months } = progressText;
  const until = standing.untilDay === undefined ? text.noEnd : fillTemplate(text.until, { day: dayWords(standing.untilDay, months) });
  return `${fillTemplate(text.asOf, { day: dayWords(standing.day, months) })} ${until}`;
}

// Somewhere it may be tomorrow already; a day beyond that is no day to draw up to.
function latestDay({ standing }: SharedView, today: LocalDate): LocalDate {
  return standing !== undefined && standing.day > today && standing.day <= addDays(today, 1) ? standing.day : today;
}
