import type { JSX } from 'preact';
import { clockText, fillTemplate } from '@psoas/kernel';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/done';
import player from '@psoas/knowledge/text/player';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import type { SessionResult } from '../player/session-result.ts';
import { summariseSets, workedSeconds, type ExerciseSummary, type SideSummary } from './session-summary.ts';
import './done.css';

export type DoneScreenProps = {
  /** What the player gave to `onDone`. */
  readonly result: SessionResult;
  /** Records of the session's exercises; more do no harm. */
  readonly exercises: readonly Exercise[];
  /** The one button: back to Today. */
  readonly onClose: () => void;
};

/** After a session: what was done, how it felt, what the safety rules changed, what comes next. */
export function DoneScreen({ result, exercises, onClose }: DoneScreenProps): JSX.Element {
  const { ending, sets } = result;
  const key = ending.outcome === 'ended-early' ? 'endedEarly' : ending.outcome;
  const nameById = new Map(exercises.map(({ id, name }) => [id, name]));
  const lead = key === 'completed' && sets.length === 0 ? text.lead.completedNothing : text.lead[key];
  return (
    <div class="screen narrow">
      <ScreenHead title={text.title[key]} lead={lead} />
      {sets.length > 0 && (
        <section class="card stack">
          <div class="spread done-head">
            <h2>{text.doneTitle}</h2>
            <p class="chip">{fillTemplate(text.total, { clock: clockText(workedSeconds(sets)) })}</p>
          </div>
          {summariseSets(sets).map((summary) => (
            <ExerciseDone
              key={summary.item}
              summary={summary}
              name={nameById.get(summary.exercise) ?? summary.exercise}
            />
          ))}
        </section>
      )}
      <RulesNote result={result} nameById={nameById} />
      <section class="note stack-tight">
        <h2>{text.next.title}</h2>
        {ending.outcome === 'stopped' && result.raises.length > 0 ? (
          <p>{text.next.stopped}</p>
        ) : (
          <p>{text.next.question}</p>
        )}
        {ending.outcome !== 'stopped' && <p class="soft">{text.next.soreness}</p>}
        <p class="soft">{text.next.worse}</p>
      </section>
      <div class="action-bar">
        <button type="button" class="button" onClick={onClose}>
          {text.button}
        </button>
      </div>
    </div>
  );
}

function ExerciseDone({
  summary,
  name,
}: {
  readonly summary: ExerciseSummary;
  readonly name: string;
}): JSX.Element {
  const { sides, pain, felt } = summary;
  const place = felt === undefined ? undefined : feltText(felt);
  const answers = [place, pain === undefined ? undefined : fillTemplate(text.pain, { pain })].filter(
    (part) => part !== undefined,
  );
  return (
    <div class="done-exercise">
      <h3>{name}</h3>
      <dl class="done-sides">
        {sides.map((side) => (
          <div key={side.side} class="spread">
            <dt class="soft">{text.row[side.side]}</dt>
            <dd class="done-amount">{amountText(side)}</dd>
          </div>
        ))}
      </dl>
      <p class="soft small">{answers.length === 0 ? text.noAnswer : answers.join(' · ')}</p>
    </div>
  );
}

// What was raised or closed is said again, because a stop is easily pressed away.
function RulesNote({
  result,
  nameById,
}: {
  readonly result: SessionResult;
  readonly nameById: ReadonlyMap<string, string>;
}): JSX.Element | null {
  const stop = result.decisions.findLast(({ zone }) => zone === 'red');
  if (stop === undefined && result.closes.length === 0) return null;
  return (
    <section class="note note-stop stack-tight">
      <h2>{text.rules.title}</h2>
      {stop !== undefined && <p>{fillTemplate(player.stop[stop.key].body, stop.values)}</p>}
      {result.closes.map((id) => (
        <p key={id}>{fillTemplate(text.rules.closes, { exercise: nameById.get(id) ?? id })}</p>
      ))}
      {result.raises.length > 0 && <p>{text.rules.raises}</p>}
    </section>
  );
}

function amountText({ sets, seconds, reps }: SideSummary): string {
  const amount =
    reps === undefined || reps === 0
      ? fillTemplate(text.seconds, { seconds: Math.round(seconds) })
      : reps === 1
        ? text.repsOne
        : fillTemplate(text.reps, { reps });
  return `${sets === 1 ? text.setsOne : fillTemplate(text.sets, { sets })} · ${amount}`;
}

function feltText(felt: string): string {
  const places: { readonly [place: string]: string } = { ...player.feltPlaces, ...player.feltSigns };
  return places[felt] ?? felt;
}
