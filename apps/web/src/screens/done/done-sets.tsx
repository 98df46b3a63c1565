import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { clockText, fillTemplate } from '@psoas/kernel';
import { setCorrection, setData, type SetLogged } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/done';
import type { Diary } from '../../diary/diary.ts';
import { exerciseName } from '../../widgets/exercise-name.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { answersText, amountText } from './done-words.ts';
import { summariseSets, workedSeconds, type ExerciseSummary } from './session-summary.ts';
import './done.css';

type DoneSetsProps = { readonly diary: Diary; readonly run: string };

/** [E-02] What was done in a session, to be put right; the last change can be taken back. */
export function DoneSets({ diary, run }: DoneSetsProps): JSX.Element | null {
  const [edited, setEdited] = useState<number>();
  const [before, setBefore] = useState<readonly SetLogged[]>();
  const [told, setTold] = useState('');
  const sets = (diary.folded().runs.find((each) => each.run === run)?.sets ?? []).map(setData);
  if (sets.length === 0) return null;
  const write = async (changed: readonly SetLogged[]): Promise<void> => {
    for (const data of changed) {
      const correction = setCorrection(diary.records(), data);
      if (correction !== undefined) await diary.append('correction', correction);
    }
  };
  const save = (changed: readonly SetLogged[]): void => {
    if (changed.length === 0) return;
    setBefore(changed.flatMap((now) => sets.filter((set) => isSameSet(set, now))));
    setTold(text.correct.saved);
    void write(changed);
  };
  const undo = (): void => {
    setTold(text.correct.undone);
    void write(before ?? []);
    setBefore(undefined);
  };
  const summaries = summariseSets(sets);
  const open = summaries.filter(({ pain }) => pain === undefined).map(({ item }) => item);
  const unanswered = sets.filter(({ item }) => open.includes(item));
  const shown = summaries.find(({ item }) => item === edited);
  return (
    <section class="card stack">
      <div class="spread done-head">
        <h2>{text.doneTitle}</h2>
        <p class="chip">{fillTemplate(text.total, { clock: clockText(workedSeconds(sets)) })}</p>
      </div>
      {unanswered.length > 0 && (
        <div class="done-fine">
          <p>{text.correct.fineLead}</p>
          <button
            type="button"
            class="button button-quiet button-small"
            onClick={() => save(unanswered.map((set) => ({ ...set, pain: 0 })))}
          >
            {text.correct.fine}
          </button>
        </div>
      )}
      {summaries.map((summary) => (
        <ExerciseDone key={summary.item} summary={summary} onCorrect={() => setEdited(summary.item)} />
      ))}
      <div class="spread">
        <p role="status" class="soft">
          {told}
        </p>
        {before !== undefined && (
          <button type="button" class="text-button" onClick={undo}>
            {text.correct.undo}
          </button>
        )}
      </div>
      {shown !== undefined && (
        <CorrectDialog
          name={exerciseName(shown.exercise)}
          sets={sets.filter(({ item }) => item === shown.item)}
          onSave={save}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}

function isSameSet(one: SetLogged, other: SetLogged): boolean {
  return one.item === other.item && one.set === other.set && one.side === other.side;
}

type ExerciseDoneProps = { readonly summary: ExerciseSummary; readonly onCorrect: () => void };

function ExerciseDone({ summary, onCorrect }: ExerciseDoneProps): JSX.Element {
  const name = exerciseName(summary.exercise);
  const isOpen = summary.pain === undefined;
  const label = isOpen ? text.correct.answerLabel : text.correct.buttonLabel;
  return (
    <div class="done-exercise">
      <h3>{name}</h3>
      <dl class="done-sides">
        {summary.sides.map((side) => (
          <div key={side.side} class="spread">
            <dt class="soft">{text.row[side.side]}</dt>
            <dd class="done-amount">{amountText(side)}</dd>
          </div>
        ))}
      </dl>
      <div class="spread done-answers">
        <p class="soft small">{answersText(summary)}</p>
        <button
          type="button"
          class="text-button"
          aria-haspopup="dialog"
          aria-label={fillTemplate(label, { exercise: name })}
          onClick={onCorrect}
        >
          {isOpen ? text.correct.answer : text.correct.button}
        </button>
      </div>
    </div>
  );
}
