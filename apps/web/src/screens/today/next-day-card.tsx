import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/today';
import type { Standing } from '../../app/use-standing.ts';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { PainScale } from '../../widgets/form/pain-scale.tsx';

type Compared = 'better' | 'same' | 'worse';

/** [D-03] The question of the day after. */
export function NextDayCard({ standing: { today, diary } }: { readonly standing: Standing }): JSX.Element | null {
  const [compared, setCompared] = useState<Compared>();
  const [painNow, setPainNow] = useState<number>();
  const due = today.nextDayDue;
  if (due === undefined) return null;
  return (
    <section class="card stack">
      <div>
        <h2>{text.nextDay.title}</h2>
        <p class="soft">{text.nextDay.lead}</p>
      </div>
      <ChoiceList
        legend={text.nextDay.title}
        hidesLegend
        inline
        options={(['better', 'same', 'worse'] as const).map((value) => ({ value, label: text.nextDay[value] }))}
        value={compared}
        onChange={setCompared}
      />
      {compared !== undefined && (
        <>
          <PainScale legend={text.nextDay.pain} none={text.nextDay.none} worst={text.nextDay.worst} value={painNow} onChange={setPainNow} />
          <button
            type="button"
            class="button button-quiet"
            disabled={painNow === undefined}
            onClick={() => {
              if (painNow !== undefined) void diary.append('next-day-answer', { run: due.run, comparedWithBefore: compared, painNow });
            }}
          >
            {text.nextDay.save}
          </button>
        </>
      )}
    </section>
  );
}
