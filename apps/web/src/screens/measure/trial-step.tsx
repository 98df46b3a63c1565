import type { JSX } from 'preact';
import { fillTemplate, type Side } from '@psoas/kernel';
import { trialsOf } from '@psoas/core/measuring';
import text from '@psoas/knowledge/text/measure';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { HoldTrial } from './hold-trial.tsx';
import type { MeasurePlan } from './measure-plan.ts';
import { signedDegrees } from './measure-words.ts';
import { PhoneTrial } from './phone-trial.tsx';
import { PhotoTrial } from './photo-trial.tsx';
import { RaisesTrial } from './raises-trial.tsx';
import { TapeTrial } from './tape-trial.tsx';

type TrialStepProps = {
  readonly plan: MeasurePlan;
  readonly side: Side;
  readonly trials: readonly number[];
  readonly lengthCentimetres: number | undefined;
  readonly onLength: (lengthCentimetres: number | undefined) => void;
  readonly onTrial: (value: number) => void;
  readonly onUndo: () => void;
  readonly onHurts: () => void;
};

/** One trial of one side, in the way that was chosen; the trials so far stand above it. */
export function TrialStep({ plan, side, trials, onUndo, onHurts, ...props }: TrialStepProps): JSX.Element {
  const count = trialsOf(plan.test);
  const number = trials.length + 1;
  const title = count === 1 ? text.sides[side] : `${text.sides[side]}: ${fillTemplate(text.trial, { number, count })}`;
  return (
    <div class="screen narrow trial">
      <ScreenHead kicker={text.tests[plan.test]} title={title} />
      {trials.length > 0 && (
        <div class="spread">
          <ol class="wrap trial-values" aria-label={text.trials}>
            {trials.map((trial, index) => (
              <li key={index} class="chip chip-quiet">
                {signedDegrees(trial)}
              </li>
            ))}
          </ol>
          <button type="button" class="button button-plain button-small" onClick={onUndo}>
            {text.again}
          </button>
        </div>
      )}
      <TrialByMethod plan={plan} number={number} {...props} />
      <button type="button" class="button button-plain" onClick={onHurts}>
        {text.guide.hurts}
      </button>
    </div>
  );
}

type TrialByMethodProps = Pick<TrialStepProps, 'plan' | 'lengthCentimetres' | 'onLength' | 'onTrial'> & { readonly number: number };

function TrialByMethod({ plan, number, lengthCentimetres, onLength, onTrial }: TrialByMethodProps): JSX.Element {
  switch (plan.method) {
    case 'tape':
      return <TapeTrial key={number} lengthCentimetres={lengthCentimetres} onLength={onLength} onTrial={onTrial} />;
    case 'phone':
      return <PhoneTrial onTrial={onTrial} />;
    case 'photo':
      return <PhotoTrial key={number} onTrial={onTrial} />;
    case 'counted':
      return <RaisesTrial onTrial={onTrial} />;
    case 'timed':
      return <HoldTrial onTrial={onTrial} />;
  }
}
