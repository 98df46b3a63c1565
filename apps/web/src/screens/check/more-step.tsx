import type { JSX } from 'preact';
import { checks } from '@psoas/knowledge/checks';
import text from '@psoas/knowledge/text/check';
import { TickList } from '../../widgets/form/tick-list.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import type { StepProps } from './step-props.ts';
import { offeredExtras, type TestOffer } from './steps.ts';

/** Optional measured tests, and the way to the result. */
export function MoreStep({ draft, offer, onChange, onNext }: StepProps & { readonly offer: TestOffer }): JSX.Element {
  const options = offeredExtras(offer).flatMap((key) => {
    const check = checks.find(({ answerKey }) => answerKey === key);
    return check === undefined ? [] : [{ value: key, label: check.name, note: check.purpose }];
  });
  return (
    <>
      <ScreenHead kicker={text.kicker} title={text.more.title} lead={text.more.lead} />
      {options.length > 0 && <TickList legend={text.more.add} options={options} values={draft.extraTests} onChange={(extraTests) => onChange({ ...draft, extraTests })} />}
      <div class="action-bar">
        <button type="button" class="button" onClick={onNext}>
          {draft.extraTests.length === 0 ? text.more.finish : text.next}
        </button>
      </div>
    </>
  );
}
