import type { JSX } from 'preact';
import type { Exclusion } from '@psoas/core/safety';
import { GroupStep } from './group-step.tsx';
import { IntroStep } from './intro-step.tsx';
import { MoreStep } from './more-step.tsx';
import { MovingStep } from './moving-step.tsx';
import { PainStep } from './pain-step.tsx';
import type { StepProps } from './step-props.ts';
import type { CheckStep, TestOffer } from './steps.ts';
import { TestStep } from './test-step.tsx';
import { WeekStep } from './week-step.tsx';
import { YouStep } from './you-step.tsx';

type StepViewProps = StepProps & { readonly step: CheckStep; readonly offer: TestOffer; readonly exclusions: readonly Exclusion[] };

/** The screen of one step. */
export function StepView({ step, offer, exclusions, ...props }: StepViewProps): JSX.Element {
  switch (step.kind) {
    case 'group':
      return <GroupStep group={step.group} {...props} />;
    case 'you':
      return <YouStep {...props} />;
    case 'week':
      return <WeekStep {...props} />;
    case 'moving':
      return <MovingStep {...props} />;
    case 'pain':
      return <PainStep {...props} />;
    case 'intro':
      return <IntroStep offer={offer} onNext={props.onNext} />;
    case 'test':
      return <TestStep test={step.test} side={step.side} exclusions={exclusions} {...props} />;
    case 'more':
      return <MoreStep offer={offer} {...props} />;
  }
}
