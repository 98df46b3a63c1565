import type { JSX } from 'preact';
import { checkSentence } from '@psoas/core/diary';
import steps from '@psoas/knowledge/text/steps';
import type { Standing } from '../../app/use-standing.ts';
import { ReasonLine } from '../../widgets/reason-line.tsx';

/** [D-06] What this check says that the one before did not, and what that does to the plan. */
export function SinceLastCheck({ standing: { assessment, state } }: { readonly standing: Standing }): JSX.Element | null {
  const changes = (assessment?.planChanges ?? []).filter(({ day }) => day === state.latestCheck?.day);
  if (changes.length === 0) return null;
  return (
    <section class="note stack-tight">
      <h2>{steps.check.title}</h2>
      <ul class="stack-tight">
        {changes.map((change) => (
          <li key={`${change.key}:${'side' in change ? change.side : ''}`}>{checkSentence(change, steps.check)}</li>
        ))}
      </ul>
      {[...new Set(changes.map(({ rule }) => rule))].map((rule) => (
        <ReasonLine key={rule} id={rule} />
      ))}
    </section>
  );
}
