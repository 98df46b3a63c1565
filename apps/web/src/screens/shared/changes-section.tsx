import type { JSX } from 'preact';
import { dayWords } from '@psoas/core/progress';
import type { SessionsPart, SharedPlanChange } from '@psoas/core/sharing';
import progressText from '@psoas/knowledge/text/progress';
import reportText from '@psoas/knowledge/text/report';
import text from '@psoas/knowledge/text/shared';
import { exerciseName } from '../../widgets/exercise-name.ts';
import { ReasonLine } from '../../widgets/reason-line.tsx';
import { stepSentence } from '../../widgets/step-sentence.ts';

/** What the diary changed in the plan, newest first, each with its rule. */
export function ChangesSection({ sessions: { planChanges } }: { readonly sessions: SessionsPart }): JSX.Element {
  return (
    <section class="card stack">
      <h2>{text.sections.changes}</h2>
      {planChanges.length === 0 && <p class="soft">{reportText.changes.none}</p>}
      <ul class="shared-changes">
        {planChanges.map((change, index) => (
          <li key={index} class="stack-tight">
            <p class="small soft">{dayWords(change.day, progressText.months)}</p>
            <p class="strong">{change.exercise === undefined ? text.changes.unnamed : exerciseName(change.exercise)}</p>
            <p>{changeText(change)}</p>
            <ReasonLine id={change.rule} />
          </li>
        ))}
      </ul>
    </section>
  );
}

// Without the programme neither the exercise nor the amounts are told; where a value is missing the sentence would have a gap.
function changeText({ exercise, ...change }: SharedPlanChange): string {
  const sentence = exercise === undefined ? undefined : stepSentence({ ...change, exercise }, []);
  return sentence === undefined || /\{\w+\}/.test(sentence) ? text.changes.byRule : sentence;
}
