import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { DiaryState, MeasuredTest, MeasuringMethod } from '@psoas/core/diary';
import { methodsOf } from '@psoas/core/measuring';
import text from '@psoas/knowledge/text/measure';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { lastMethod, type MeasurePlan } from './measure-plan.ts';

type HowToMeasureProps = {
  readonly test: MeasuredTest;
  readonly state: DiaryState;
  readonly onBack: () => void;
  readonly onChosen: (way: Pick<MeasurePlan, 'method' | 'measuredBy'>) => void;
};

/** What the person calls themselves in the record. */
const myself = 'me';

/** The way of measuring, and who reads the values: both decide how far a value can be off. */
export function HowToMeasure({ test, state, onBack, onChosen }: HowToMeasureProps): JSX.Element {
  const last = lastMethod(state, test);
  const [method, setMethod] = useState<MeasuringMethod | undefined>(test === 'thomas' ? last?.method : methodsOf(test)[0]);
  const [isMe, setMe] = useState(last === undefined || last.measuredBy === myself);
  const [helper, setHelper] = useState(last === undefined || last.measuredBy === myself ? '' : last.measuredBy);
  // [S-09] By tape and by phone somebody has to see that the back stays flat.
  const needsHelper = method === 'tape' || method === 'phone';
  const measuredBy = isMe && !needsHelper ? myself : helper.trim() === '' ? text.methods.usualHelper : helper.trim();
  return (
    <div class="screen narrow">
      <ScreenHead kicker={text.tests[test]} title={test === 'thomas' ? text.methods.title : text.methods.who} lead={test === 'thomas' ? text.methods.lead : undefined} />
      {test === 'thomas' && <MethodChoice method={method} lastMethod={last?.method} onChange={setMethod} />}
      {method !== undefined && !needsHelper && (
        <ChoiceList
          legend={text.methods.who}
          hidesLegend={test !== 'thomas'}
          inline
          options={[
            { value: true, label: text.methods.me },
            { value: false, label: text.methods.helper },
          ]}
          value={isMe}
          onChange={setMe}
        />
      )}
      {needsHelper && <p class="note">{text.methods.needsHelper}</p>}
      {method !== undefined && (needsHelper || !isMe) && <HelperName value={helper} onChange={setHelper} />}
      <div class="action-bar">
        <button type="button" class="button" disabled={method === undefined} onClick={() => method !== undefined && onChosen({ method, measuredBy })}>
          {text.next}
        </button>
        <button type="button" class="button button-plain" onClick={onBack}>
          {text.back}
        </button>
      </div>
    </div>
  );
}

type MethodChoiceProps = { readonly method: MeasuringMethod | undefined; readonly lastMethod: MeasuringMethod | undefined; readonly onChange: (method: MeasuringMethod) => void };

function MethodChoice({ method, lastMethod: last, onChange }: MethodChoiceProps): JSX.Element {
  const options = (['tape', 'phone', 'photo'] as const).map((value) => {
    const { label, note } = text.methods[value];
    return { value, label, note: value === last ? `${note} ${text.methods.lastTime}` : note };
  });
  return (
    <>
      <ChoiceList<MeasuringMethod> legend={text.methods.legend} hidesLegend options={options} value={method} onChange={onChange} />
      {method === 'photo' && <p class="note">{text.methods.eye}</p>}
    </>
  );
}

function HelperName({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {text.methods.helperName}
      </label>
      <p class="small soft">{text.methods.helperNote}</p>
      <input id={id} class="input" type="text" maxLength={40} autoComplete="off" value={value} onInput={({ currentTarget }) => onChange(currentTarget.value)} />
    </div>
  );
}
