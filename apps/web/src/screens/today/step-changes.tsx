import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import type { Run, StepChange } from '@psoas/core/diary';
import steps from '@psoas/knowledge/text/steps';
import text from '@psoas/knowledge/text/today';
import type { TodayStanding } from '../../app/use-day.ts';
import { exerciseName } from '../../widgets/exercise-name.ts';
import { ReasonLine } from '../../widgets/reason-line.tsx';
import { stepSentence } from '../../widgets/step-sentence.ts';

type StepChangesProps = { readonly standing: TodayStanding; readonly title: string };

const shownAtOnce = 3;

/** [D-02] What has changed in the session, each with its reason; the rules behind it for who asks. */
export function StepChanges({ standing: { today, state }, title }: StepChangesProps): JSX.Element | null {
  const { changes } = today;
  if (changes.length === 0) return null;
  const told = bySentence(changes, state.runs);
  const row = ({ sentence, exercises }: Told): JSX.Element => (
    <li key={sentence}>
      <p class="strong">{exercises.map(exerciseName).join(', ')}</p>
      <p>{sentence}</p>
    </li>
  );
  const later = told.slice(shownAtOnce);
  return (
    <section class="step-changes stack-tight">
      <h3>{title}</h3>
      <ul class="stack">{told.slice(0, shownAtOnce).map(row)}</ul>
      {later.length > 0 && (
        <details class="more">
          <summary>{fillTemplate(text.changes.more, { count: later.length })}</summary>
          <ul class="more-body">{later.map(row)}</ul>
        </details>
      )}
      <details class="more">
        <summary>{text.changes.why}</summary>
        <div class="more-body">
          {[...new Set(changes.map(({ rule }) => rule))].map((rule) => (
            <ReasonLine key={rule} id={rule} />
          ))}
        </div>
      </details>
    </section>
  );
}

type Told = { readonly sentence: string; readonly exercises: readonly string[] };

// What holds for several exercises is said once.
function bySentence(changes: readonly StepChange[], runs: readonly Run[]): readonly Told[] {
  const exercises = new Map<string, string[]>();
  for (const change of changes) {
    const sentence = stepSentence(change, runs);
    exercises.set(sentence, [...(exercises.get(sentence) ?? []), change.exercise]);
  }
  return [...exercises].map(([sentence, named]) => ({ sentence, exercises: named }));
}

/** [D-09] After a long gap: how long it was, and that it is fine. */
export function GapNote({ days, isLower }: { readonly days: number; readonly isLower: boolean }): JSX.Element {
  return (
    <section class="note stack-tight">
      <h2>{fillTemplate(steps.gap.title, { days })}</h2>
      <p>{isLower ? steps.gap.lower : steps.gap.kept}</p>
    </section>
  );
}
