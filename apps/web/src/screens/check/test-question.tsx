import type { JSX } from 'preact';
import type { Check } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/check';
import { useSettings } from '../../app/use-settings.ts';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { NumberField } from '../../widgets/form/number-field.tsx';
import { centimetresToShown, shownToCentimetres, unitLabel } from '../../widgets/units.ts';
import type { DraftValue } from './draft.ts';

type TestQuestionProps = {
  readonly item: Check['answers'][number];
  /** Puts left and right into a line. */
  readonly fill: (line: string) => string;
  readonly value: DraftValue | undefined;
  readonly onChange: (value: DraftValue | undefined) => void;
};

/** One question after one side of a test. */
export function TestQuestion({ item, fill, value, onChange }: TestQuestionProps): JSX.Element {
  const [{ units }] = useSettings();
  switch (item.kind) {
    case 'choice':
      return (
        <ChoiceList
          legend={fill(item.question)}
          options={(item.choices ?? []).map((choice) => ({ value: choice.value, label: fill(choice.label) }))}
          value={typeof value === 'string' ? value : undefined}
          onChange={onChange}
        />
      );
    case 'yes-no':
      return (
        <ChoiceList
          legend={fill(item.question)}
          inline
          options={[
            { value: true, label: text.question.yes },
            { value: false, label: text.question.no },
          ]}
          value={typeof value === 'boolean' ? value : undefined}
          onChange={onChange}
        />
      );
    case 'number': {
      const isLength = item.field.endsWith('Centimetres');
      const shown = typeof value === 'number' ? (isLength ? centimetresToShown(value, units) : value) : undefined;
      return (
        <NumberField
          isSigned={isLength}
          label={fill(item.question)}
          unit={isLength ? unitLabel(units) : item.unit}
          value={shown}
          onChange={(typed) => onChange(typed === undefined ? undefined : isLength ? shownToCentimetres(typed, units) : typed)}
        />
      );
    }
  }
}
