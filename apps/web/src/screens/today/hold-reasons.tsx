import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { holdReasons, nextSteps } from '@psoas/core/diary';
import { catalogue } from '@psoas/knowledge/rules';
import steps from '@psoas/knowledge/text/steps';
import type { TodayStanding } from '../../app/use-day.ts';
import { exerciseName } from '../../widgets/exercise-name.ts';

/** [D-02] Why nothing moves on, for who asks. */
export function HoldReasons({ standing: { state, isWhole, day } }: { readonly standing: TodayStanding }): JSX.Element | null {
  const [isOpen, setOpen] = useState(false);
  const reasons = useMemo(
    () => (isOpen && isWhole ? holdReasons(nextSteps(state, { catalogue, today: day }), state.runs) : []),
    [isOpen, isWhole, state, day],
  );
  if (!state.runs.some(({ sets }) => sets.length > 0)) return null;
  return (
    <details class="more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{steps.holds.title}</summary>
      <div class="more-body">
        {isOpen && isWhole && reasons.length === 0 && <p class="soft">{steps.holds.none}</p>}
        {reasons.map(({ key, exercises }) => (
          <div key={key}>
            <p class="strong">{exercises.map(exerciseName).join(', ')}</p>
            <p class="soft">{steps.holds[key]}</p>
          </div>
        ))}
      </div>
    </details>
  );
}
