import type { JSX } from 'preact';
import { setForms, type SetForm } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/player';
import { ChoiceList } from './choice-list.tsx';

type ChoicesProps<Value> = {
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
};

const reserveChoices = [0, 1, 2, 3, 4];

/** [D-03] Repetitions that would still have gone well, 0 to 4 and more. */
export function ReserveChoices({ value, onChange }: ChoicesProps<number>): JSX.Element {
  return (
    <ChoiceList
      legend={text.ask.reserve}
      inline
      options={reserveChoices.map((reserve) => ({
        value: reserve,
        label: reserve === reserveChoices.at(-1) ? text.ask.reserveMost : String(reserve),
      }))}
      value={value === undefined ? undefined : Math.min(value, reserveChoices.length - 1)}
      onChange={onChange}
    />
  );
}

/** [D-03] Whether the movement stayed tidy. */
export function FormChoices({ value, onChange }: ChoicesProps<SetForm>): JSX.Element {
  return (
    <ChoiceList
      legend={text.ask.form}
      inline
      options={setForms.map((form) => ({
        value: form,
        label: form === 'kept' ? text.ask.formKept : text.ask.formLost,
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
