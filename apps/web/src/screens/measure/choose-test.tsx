import type { JSX } from 'preact';
import { fillTemplate, sides, type Side } from '@psoas/kernel';
import { measuredTests, type DiaryState, type MeasuredTest } from '@psoas/core/diary';
import type { MeasuringOffer } from '@psoas/core/measuring';
import text from '@psoas/knowledge/text/measure';
import { ReasonLine } from '../../widgets/reason-line.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { lastValues, openSides } from './measure-plan.ts';
import { dayText, valueText } from './measure-words.ts';

type ChooseTestProps = { readonly state: DiaryState; readonly offer: MeasuringOffer; readonly onChoose: (test: MeasuredTest) => void };

/** What can be measured, what it was the last time, and why something is left out. */
export function ChooseTest({ state, offer, onChoose }: ChooseTestProps): JSX.Element {
  return (
    <div class="screen narrow">
      <ScreenHead title={text.title} lead={text.lead} />
      <ul class="rows">
        {measuredTests.map((test) => (
          <li key={test}>
            {openSides(offer, test).length > 0 ? (
              <button type="button" class="row" onClick={() => onChoose(test)}>
                <span class="row-text">
                  <span class="row-title">{text.tests[test]}</span>
                  <span class="row-note">{text.notes[test]}</span>
                  <OneSide offer={offer} test={test} />
                  <LastValues state={state} test={test} />
                </span>
                <span class="chevron" aria-hidden="true" />
              </button>
            ) : (
              <div class="row row-stacked">
                <span class="row-title">{text.tests[test]}</span>
                <span class="row-note">{text.notNow}</span>
                {reasonsOf(offer, test).map((id) => (
                  <ReasonLine key={id} id={id} />
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
      <p class="small soft">{text.results.borrowed}</p>
      <p>
        <a href="/progress">{text.links.back}</a>
      </p>
    </div>
  );
}

function OneSide({ offer, test }: { readonly offer: MeasuringOffer; readonly test: MeasuredTest }): JSX.Element | null {
  const [only, other] = openSides(offer, test);
  return only === undefined || other !== undefined ? null : <span class="row-note">{fillTemplate(text.oneSide, { side: sideName(only) })}</span>;
}

function LastValues({ state, test }: { readonly state: DiaryState; readonly test: MeasuredTest }): JSX.Element | null {
  const last = lastValues(state, test);
  if (last === undefined) return null;
  const [left, right] = sides.map((side) => {
    const value = last.values[side]?.value;
    return value === undefined ? text.nothing : valueText(test, value);
  });
  return <span class="row-note">{fillTemplate(text.last, { left: left ?? '', right: right ?? '', day: dayText(last.day) })}</span>;
}

function reasonsOf(offer: MeasuringOffer, test: MeasuredTest): readonly string[] {
  return offer.kind === 'offered' ? [...new Set(sides.flatMap((side) => offer.reasons[test][side]))] : [];
}

function sideName(side: Side): string {
  return side === 'left' ? text.sides.leftOnly : text.sides.rightOnly;
}
