import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { nextDayComparisons, nextDayEffect, sorenessKinds, type NextDayAnswer } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/today';
import type { TodayStanding } from '../../app/use-day.ts';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { PainScale } from '../../widgets/form/pain-scale.tsx';

type Compared = NextDayAnswer['comparedWithBefore'];
type Soreness = NonNullable<NextDayAnswer['soreness']>;

const words = text.nextDay;

/** [D-03] [D-04] The question of the day after, and at once what follows from the answer. */
export function NextDayCard({ standing: { today, diary } }: { readonly standing: TodayStanding }): JSX.Element | null {
  const [compared, setCompared] = useState<Compared>();
  const [painNow, setPainNow] = useState<number>();
  const [soreness, setSoreness] = useState<Soreness>('none');
  const [told, setTold] = useState<string>();
  const due = today.nextDayDue;
  if (told !== undefined)
    return (
      <p class="note" role="status">
        {words.saved} {told}
      </p>
    );
  if (due === undefined) return null;
  const answer =
    compared === undefined || painNow === undefined
      ? undefined
      : { run: due.run, comparedWithBefore: compared, painNow, soreness };
  const effect = answer === undefined ? undefined : words.effects[nextDayEffect(answer)];
  return (
    <section class="card stack">
      <div>
        <h2>{words.title}</h2>
        <p class="soft">{words.lead}</p>
      </div>
      <ChoiceList
        legend={words.title}
        hidesLegend
        inline
        options={nextDayComparisons.map((value) => ({ value, label: words[value] }))}
        value={compared}
        onChange={setCompared}
      />
      {compared !== undefined && (
        <>
          <PainScale legend={words.pain} none={words.none} worst={words.worst} value={painNow} onChange={setPainNow} />
          <div class="stack-tight">
            <ChoiceList
              legend={words.soreness}
              inline
              options={sorenessKinds.map((value) => ({ value, label: words.sorenessKinds[value] }))}
              value={soreness}
              onChange={setSoreness}
            />
            <p class="soft small">{words.sorenessLead}</p>
          </div>
          <p role="status" class="strong">
            {effect}
          </p>
          <button
            type="button"
            class="button button-quiet"
            disabled={answer === undefined}
            onClick={() => {
              if (answer === undefined) return;
              setTold(effect);
              void diary.append('next-day-answer', answer);
            }}
          >
            {words.save}
          </button>
        </>
      )}
    </section>
  );
}
