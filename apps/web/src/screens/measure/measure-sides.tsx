import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DiaryState } from '@psoas/core/diary';
import { measurementOf, measuringPainLimit, trialsOf } from '@psoas/core/measuring';
import type { Diary } from '../../diary/diary.ts';
import { AfterTrials, type AfterAnswers } from './after-trials.tsx';
import { GuideSide } from './guide-side.tsx';
import { measuredSides, type MeasurePlan } from './measure-plan.ts';
import { MeasureResults } from './measure-results.tsx';
import { TrialStep } from './trial-step.tsx';

type MeasureSidesProps = {
  readonly plan: MeasurePlan;
  readonly diary: Diary;
  readonly state: DiaryState;
  /** It hurt before there was a value. */
  readonly onHurts: () => void;
  readonly onAgain: () => void;
};

/** One side after the other: how to do it, the trials, two questions; then what was measured. */
export function MeasureSides({ plan, diary, state, onHurts, onAgain }: MeasureSidesProps): JSX.Element {
  const [stage, setStage] = useState<'guide' | 'trials' | 'after'>('guide');
  const [trials, setTrials] = useState<readonly number[]>([]);
  // What does not change from trial to trial, such as the length of the thigh.
  const [lengthCentimetres, setLength] = useState<number>();
  const done = measuredSides(state, plan);
  const side = plan.sides[done.length];
  const hasHurt = done.some(({ measured }) => (measured.pain ?? 0) > measuringPainLimit);
  if (side === undefined || hasHurt) return <MeasureResults plan={plan} done={done} onAgain={onAgain} />;
  const { test, method, measuredBy } = plan;
  const to = (next: typeof stage): void => {
    setStage(next);
    window.scrollTo(0, 0);
  };
  const add = (trial: number): void => {
    const all = [...trials, trial];
    setTrials(all);
    if (all.length >= trialsOf(test)) to('after');
  };
  const save = async ({ pelvisHeld, pain }: AfterAnswers): Promise<void> => {
    const measured = measurementOf({ test, side, method, measuredBy, trials, pain, ...(pelvisHeld !== undefined && { pelvisHeld }) });
    if (!measured.ok) throw new Error(`a trial that cannot be: ${measured.error.field}`);
    await diary.append('measurement', measured.value);
    setTrials([]);
    to('guide');
  };
  switch (stage) {
    case 'guide':
      return <GuideSide key={side} plan={plan} side={side} onReady={() => to('trials')} onHurts={onHurts} />;
    case 'trials':
      return (
        <TrialStep
          key={side}
          plan={plan}
          side={side}
          trials={trials}
          lengthCentimetres={lengthCentimetres}
          onLength={setLength}
          onTrial={add}
          onUndo={() => setTrials(trials.slice(0, -1))}
          onHurts={onHurts}
        />
      );
    case 'after':
      return (
        <AfterTrials
          key={side}
          test={test}
          side={side}
          trials={trials}
          onSave={(answers) => void save(answers)}
          onUndo={() => {
            setTrials(trials.slice(0, -1));
            to('trials');
          }}
        />
      );
  }
}
