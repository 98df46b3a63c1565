import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/share';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import type { ShareStepProps } from './new-share.tsx';

const words = text.steps.howLong;
/** A few visits, a course of visits, a season. */
const offeredWeeks = [2, 4, 12];
const never = 0;

/** For how long. */
export function HowLongStep({ draft: { weeks }, onChange, onNext }: ShareStepProps): JSX.Element {
  return (
    <>
      <ScreenHead title={words.title} />
      <ChoiceList
        legend={words.legend}
        options={[...offeredWeeks.map((count) => ({ value: count, label: fillTemplate(words.weeks, { count }) })), { value: never, label: words.never }]}
        value={weeks ?? never}
        onChange={(count) => onChange({ weeks: count === never ? undefined : count })}
      />
      <p class="small soft">{words.note}</p>
      <div class="action-bar">
        <button type="button" class="button" onClick={onNext}>
          {text.steps.next}
        </button>
      </div>
    </>
  );
}
