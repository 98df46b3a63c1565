import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { Question } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/check';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { NumberField } from '../../widgets/form/number-field.tsx';
import type { DraftValue } from './draft.ts';

/** One detail that is asked after a yes. */
export type Ask = Question['asks'][number];

type AskFieldProps = {
  readonly ask: Ask;
  readonly value: DraftValue | undefined;
  readonly onChange: (value: DraftValue | undefined) => void;
};

/** The control for one detail. */
export function AskField({ ask, value, onChange }: AskFieldProps): JSX.Element {
  switch (ask.kind) {
    case 'yes-no':
      return (
        <ChoiceList
          legend={ask.question}
          inline
          options={[
            { value: 'yes', label: text.question.yes },
            { value: 'no', label: text.question.no },
            { value: 'unknown', label: text.question.unknown },
          ]}
          value={value === true ? 'yes' : value === false ? 'no' : value === 'unknown' ? 'unknown' : undefined}
          onChange={(chosen) => onChange(chosen === 'unknown' ? 'unknown' : chosen === 'yes')}
        />
      );
    case 'choice':
      return <ChoiceList legend={ask.question} options={ask.choices ?? []} value={typeof value === 'string' ? value : undefined} onChange={onChange} />;
    case 'number':
      return <NumberField label={ask.question} unit={ask.unit} min={0} value={typeof value === 'number' ? value : undefined} onChange={onChange} />;
    case 'text':
      return <TextField label={ask.question} value={typeof value === 'string' ? value : ''} onChange={(typed) => onChange(typed === '' ? undefined : typed)} />;
  }
}

function TextField({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input id={id} class="input" type="text" maxLength={120} value={value} onInput={({ currentTarget }) => onChange(currentTarget.value)} />
    </div>
  );
}
