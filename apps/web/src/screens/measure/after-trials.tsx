import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Side } from '@psoas/kernel';
import type { MeasuredTest } from '@psoas/core/diary';
import { summariseTrials } from '@psoas/core/measuring';
import text from '@psoas/knowledge/text/measure';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { PainScale } from '../../widgets/form/pain-scale.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { valueText } from './measure-words.ts';

/** What is asked when the trials of a side are done. */
export type AfterAnswers = { readonly pelvisHeld?: boolean; readonly pain: number };

type AfterTrialsProps = {
  readonly test: MeasuredTest;
  readonly side: Side;
  readonly trials: readonly number[];
  readonly onSave: (answers: AfterAnswers) => void;
  readonly onUndo: () => void;
};

/** [ME-07, ME-12] Whether the pelvis was held, and whether it hurt. */
export function AfterTrials({ test, side, trials, onSave, onUndo }: AfterTrialsProps): JSX.Element {
  const [pelvisHeld, setHeld] = useState<boolean>();
  const [pain, setPain] = useState<number>();
  const isComplete = pain !== undefined && (test !== 'thomas' || pelvisHeld !== undefined);
  return (
    <div class="screen narrow">
      <ScreenHead kicker={text.sides[side]} title={text.after.title} lead={valueText(test, summariseTrials(trials)?.median ?? 0)} />
      {test === 'thomas' && (
        <ChoiceList
          legend={text.after.pelvis}
          inline
          options={[
            { value: true, label: text.after.yes },
            { value: false, label: text.after.no },
          ]}
          value={pelvisHeld}
          onChange={setHeld}
        />
      )}
      <div class="card">
        <PainScale legend={text.after.pain} none={text.after.painNone} worst={text.after.painWorst} value={pain} onChange={setPain} />
      </div>
      <div class="action-bar">
        <button type="button" class="button" disabled={!isComplete} onClick={() => pain !== undefined && onSave({ pain, ...(pelvisHeld !== undefined && { pelvisHeld }) })}>
          {text.after.save}
        </button>
        <button type="button" class="button button-plain" onClick={onUndo}>
          {text.again}
        </button>
      </div>
    </div>
  );
}
