import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate, type LocalDate } from '@psoas/kernel';
import { checkSentence, type PlanChange, type Run, type StepChange } from '@psoas/core/diary';
import steps from '@psoas/knowledge/text/steps';
import text from '@psoas/knowledge/text/progress';
import { exerciseName } from '../../widgets/exercise-name.ts';
import { ReasonLine } from '../../widgets/reason-line.tsx';
import { stepSentence } from '../../widgets/step-sentence.ts';
import { longDay } from './time-words.ts';

type PlanChangesProps = { readonly changes: readonly StepChange[]; readonly planChanges: readonly PlanChange[]; readonly runs: readonly Run[] };

/** Changes shown before somebody asks for all. */
const shownAtFirst = 5;

/** What the diary and the checks have changed in the plan, newest first, each with its rule. */
export function PlanChanges({ changes, planChanges, runs }: PlanChangesProps): JSX.Element {
  const [showsAll, setShowsAll] = useState(false);
  const told: readonly Told[] = [
    ...changes.map((change) => ({ day: change.day, title: exerciseName(change.exercise), sentence: stepSentence(change, runs), rule: change.rule })),
    ...planChanges.map((change) => ({ day: change.day, title: text.plan.check, sentence: checkSentence(change, steps.check), rule: change.rule })),
  ];
  const newest = told.toSorted((first, second) => (first.day < second.day ? 1 : first.day > second.day ? -1 : 0));
  const shown = showsAll ? newest : newest.slice(0, shownAtFirst);
  return (
    <section class="card stack">
      <h2>{text.plan.title}</h2>
      {told.length === 0 && <p class="soft">{text.plan.none}</p>}
      <ul class="plan-changes">
        {shown.map(({ day, title, sentence, rule }, index) => (
          <li key={`${day}:${title}:${index}`} class="stack-tight">
            <p class="small soft">{longDay(day)}</p>
            <p class="strong">{title}</p>
            <p>{sentence}</p>
            <ReasonLine id={rule} />
          </li>
        ))}
      </ul>
      {!showsAll && told.length > shownAtFirst && (
        <button type="button" class="text-button" onClick={() => setShowsAll(true)}>
          {fillTemplate(text.plan.more, { count: told.length })}
        </button>
      )}
    </section>
  );
}

type Told = { readonly day: LocalDate; readonly title: string; readonly sentence: string; readonly rule: string };
