import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { fillTemplate, type Side } from '@psoas/kernel';
import type { SetForm, SetLogged } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/done';
import player from '@psoas/knowledge/text/player';
import { Dialog } from '../../widgets/dialog.tsx';
import { FormChoices, ReserveChoices } from '../../widgets/form/effort-choices.tsx';
import { PainScale } from '../../widgets/form/pain-scale.tsx';
import { Stepper } from '../../widgets/form/stepper.tsx';
import { amountOf, correctedSets, type SetAnswers } from './corrected-sets.ts';

type CorrectDialogProps = {
  readonly name: string;
  /** All sets of one exercise of a session. */
  readonly sets: readonly SetLogged[];
  readonly onSave: (sets: readonly SetLogged[]) => void;
  readonly onClose: () => void;
};

const words = text.correct;
const secondsStep = 5;

/** What was done of one exercise, set by set, and how it was: filled in as it stands, to be put right. */
export function CorrectDialog({ name, sets, onSave, onClose }: CorrectDialogProps): JSX.Element {
  const [amounts, setAmounts] = useState<readonly number[]>(() => sets.map(amountOf));
  const [pain, setPain] = useState<SetAnswers['pain']>({});
  const [repsInReserve, setReserve] = useState<number>();
  const [form, setForm] = useState<SetForm>();
  const countsReps = sets.some(({ reps }) => reps !== undefined);
  const sides = [...new Set(sets.map(({ side }) => side))];
  const known = (side: Side | 'both'): number | undefined =>
    pain[side] ?? sets.findLast((set) => set.side === side && set.pain !== undefined)?.pain;
  return (
    <Dialog title={fillTemplate(words.title, { exercise: name })} onClose={onClose}>
      {sides.map((side) => (
        <PainScale
          key={side}
          legend={words.pain[side]}
          none={player.ask.painNone}
          worst={player.ask.painWorst}
          value={known(side)}
          onChange={(value) => setPain({ ...pain, [side]: value })}
        />
      ))}
      {countsReps && (
        <>
          <ReserveChoices value={repsInReserve ?? latest(sets, 'repsInReserve')} onChange={setReserve} />
          <FormChoices value={form ?? latest(sets, 'form')} onChange={setForm} />
        </>
      )}
      <fieldset class="field">
        <legend class="field-label">{words.amounts}</legend>
        {sets.map((set, index) => (
          <SetStepper
            key={`${set.side}:${set.set}`}
            set={set}
            amount={amounts[index] ?? 0}
            onChange={(amount) => setAmounts(amounts.with(index, amount))}
          />
        ))}
      </fieldset>
      <button
        type="button"
        class="button"
        onClick={(event) => {
          const dialog = event.currentTarget.closest('dialog');
          onSave(
            correctedSets(sets, {
              amounts,
              pain,
              ...(repsInReserve !== undefined && { repsInReserve }),
              ...(form !== undefined && { form }),
            }),
          );
          dialog?.close();
        }}
      >
        {words.save}
      </button>
    </Dialog>
  );
}

type SetStepperProps = {
  readonly set: SetLogged;
  readonly amount: number;
  readonly onChange: (amount: number) => void;
};

function SetStepper({ set, amount, onChange }: SetStepperProps): JSX.Element {
  const isReps = set.reps !== undefined;
  const values = { side: text.row[set.side], set: set.set };
  return (
    <Stepper
      label={fillTemplate(set.side === 'both' ? words.setOnly : words.set, values)}
      value={amount}
      min={0}
      max={isReps ? 100 : 900}
      step={isReps ? 1 : secondsStep}
      shown={fillTemplate(isReps ? words.reps : words.seconds, { count: Math.round(amount) })}
      onChange={onChange}
    />
  );
}

function latest<Key extends 'repsInReserve' | 'form'>(
  sets: readonly SetLogged[],
  key: Key,
): SetLogged[Key] | undefined {
  return sets.findLast((set) => set[key] !== undefined)?.[key];
}
