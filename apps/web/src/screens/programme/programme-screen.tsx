import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import { answersOf } from '@psoas/core/diary';
import type { Programme } from '@psoas/core/programme';
import text from '@psoas/knowledge/text/programme';
import { askToPersist } from '../../adapters/persist.ts';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useLocation } from '../../app/router.tsx';
import { useStanding, type Standing } from '../../app/use-standing.ts';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { WeekSteppers } from '../../widgets/week-steppers.tsx';
import { ExerciseReasons } from './exercise-reasons.tsx';
import { LeftOutSection, LockedSection } from './not-now.tsx';
import { ProgrammeNotes } from './programme-notes.tsx';
import { TakeAlong } from './take-along.tsx';
import { WeekTable } from './week-table.tsx';
import './programme.css';

/** The week: each session, each reason, what was left out, and what may be changed. */
export default function ProgrammeScreen(): JSX.Element {
  const standing = useStanding();
  if (standing === undefined) return <Waiting />;
  const { assessment, today } = standing;
  if (assessment === undefined) return <NothingYet title={text.none.title} lead={text.none.lead} href="/check" button={text.none.start} />;
  if (assessment.programme === null || today.kind === 'stopped') return <NothingYet isStopped title={text.waits.title} lead={text.waits.lead} href="/today" button={text.waits.button} />;
  return <ProgrammeView standing={standing} programme={assessment.programme} />;
}

function ProgrammeView({ standing, programme }: { readonly standing: Standing; readonly programme: Programme }): JSX.Element {
  const { diary, state, day } = standing;
  const { go } = useLocation();
  const check = state.latestCheck;
  const isStarted = state.programmeStartedOn !== undefined;
  const start = async (): Promise<void> => {
    if (check !== undefined) await diary.append('programme-started', { check: check.id });
    void askToPersist();
    go('/today');
  };
  return (
    <div class="programme">
      <div class="screen">
        <ScreenHead kicker={text.kicker} title={text.title} lead={leadOf(programme)} />
        <WeekTable sessions={programme.sessions} start={state.programmeStartedOn ?? day} />
        <p class="small soft">
          {text.equal} {programme.retestAfterDays === 1 ? text.retestTomorrow : fillTemplate(text.retest, { days: programme.retestAfterDays })}
        </p>
        <ChangeWeek standing={standing} />
        <TakeAlong standing={standing} programme={programme} />
        <ProgrammeNotes programme={programme} />
        <ExerciseReasons standing={standing} programme={programme} />
        <LockedSection locked={programme.locked} />
        <LeftOutSection leftOut={programme.leftOut} />
        <a class="button button-quiet no-print" href="/handout">
          {text.print}
        </a>
        <p class="print-only">{text.printNote}</p>
        <div class="action-bar no-print">
          {isStarted ? (
            <a class="button" href="/today">
              {text.started}
            </a>
          ) : (
            <button type="button" class="button" onClick={() => void start()}>
              {text.start}
            </button>
          )}
        </div>
      </div>
    </div>
  );
}

function ChangeWeek({ standing: { diary, state } }: { readonly standing: Standing }): JSX.Element | null {
  const about = answersOf(state)?.about;
  if (about === undefined) return null;
  const wished = (key: 'daysPerWeek' | 'minutesPerDay'): number => {
    const wish = state.preferences[key];
    return typeof wish === 'number' ? wish : about[key];
  };
  return (
    <details class="more no-print">
      <summary>{text.change.title}</summary>
      <div class="more-body card">
        <WeekSteppers
          days={wished('daysPerWeek')}
          minutes={wished('minutesPerDay')}
          onChange={(changes) => {
            for (const [key, value] of Object.entries(changes)) void diary.append('preference-changed', { key, value });
          }}
        />
        <p class="small soft">{text.change.note}</p>
      </div>
    </details>
  );
}

function leadOf({ sessions }: Programme): string {
  const minutes = sessions.map((session) => session.minutes);
  const from = Math.min(...minutes);
  const to = Math.max(...minutes);
  if (sessions.length === 0) return text.empty;
  if (sessions.length === 1) return fillTemplate(text.oneSession, { minutes: to });
  return from === to ? fillTemplate(text.sessions, { count: sessions.length, minutes: to }) : fillTemplate(text.sessionsRange, { count: sessions.length, from, to });
}
