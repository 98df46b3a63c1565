import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/done';
import player from '@psoas/knowledge/text/player';
import type { Diary } from '../../diary/diary.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import type { SessionResult } from '../player/session-result.ts';
import { DoneSets } from './done-sets.tsx';

export type DoneScreenProps = {
  readonly diary: Diary;
  /** What the player gave to `onDone`. */
  readonly result: SessionResult;
  /** Records of the session's exercises; more do no harm. */
  readonly exercises: readonly Exercise[];
  /** The one button: back to Today. */
  readonly onClose: () => void;
};

/** After a session: what was done, how it felt, what the safety rules changed, what comes next. */
export function DoneScreen({ diary, result, exercises, onClose }: DoneScreenProps): JSX.Element {
  const { ending, sets } = result;
  const key = ending.outcome === 'ended-early' ? 'endedEarly' : ending.outcome;
  const nameById = new Map(exercises.map(({ id, name }) => [id, name]));
  const lead = key === 'completed' && sets.length === 0 ? text.lead.completedNothing : text.lead[key];
  return (
    <div class="screen narrow">
      <ScreenHead title={text.title[key]} lead={lead} />
      <DoneSets diary={diary} run={result.run} />
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
