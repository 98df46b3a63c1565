import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import { errorOf, isUsed, measuringPainLimit, placeOfThigh, sameWayDegrees, summariseTrials } from '@psoas/core/measuring';
import text from '@psoas/knowledge/text/measure';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { betweenSides, type MeasuredSide, type MeasurePlan } from './measure-plan.ts';
import { amountText, changeSentence, signedDegrees, valueText } from './measure-words.ts';

type MeasureResultsProps = { readonly plan: MeasurePlan; readonly done: readonly MeasuredSide[]; readonly onAgain: () => void };

/** What was measured, how far it can be off, and whether anything has changed. */
export function MeasureResults({ plan, done, onAgain }: MeasureResultsProps): JSX.Element {
  const { test, method, measuredBy } = plan;
  const between = betweenSides(done);
  const hasHurt = done.some(({ measured }) => (measured.pain ?? 0) > measuringPainLimit);
  const by = fillTemplate(text.results.by, { method: text.results.byNames[method], who: measuredBy === 'me' ? text.results.me : measuredBy });
  return (
    <div class="screen narrow">
      <ScreenHead kicker={text.tests[test]} title={text.results.title} lead={by} />
      {hasHurt && <p class="note note-stop">{text.results.hurt}</p>}
      <div class={done.length > 1 ? 'measured-sides' : 'stack'}>
        {done.map((one) => (
          <SideResult key={one.measured.side} {...one} />
        ))}
      </div>
      {between !== undefined && (
        <section class="note stack-tight">
          <h2>{text.results.sides}</h2>
          <p>
            {fillTemplate(between.isReal ? text.results.sidesReal : text.results.sidesUnclear, {
              change: amountText(test, between.change),
              error: amountText(test, between.error),
            })}
          </p>
        </section>
      )}
      <p class="small soft">{method === 'photo' ? `${text.methods.eye} ${text.results.borrowed}` : text.results.borrowed}</p>
      <div class="action-bar">
        <a class="button" href="/progress">
          {text.results.done}
        </a>
        {!hasHurt && (
          <button type="button" class="button button-plain" onClick={onAgain}>
            {text.results.more}
          </button>
        )}
      </div>
    </div>
  );
}

function SideResult({ measured, earlier, change }: MeasuredSide): JSX.Element {
  const { test, side, trials, value } = measured;
  const spread = summariseTrials(trials)?.spread ?? 0;
  const isUneven = test === 'thomas' && spread > sameWayDegrees;
  return (
    <section class="card stack-tight" data-side={side}>
      <h2 class="kicker">{text.sides[side]}</h2>
      <p class="measured-value">{valueText(test, value)}</p>
      {test === 'thomas' && isUsed(measured) && <p>{text.results.places[placeOfThigh(value)]}</p>}
      {isUsed(measured) ? (
        <>
          {test === 'thomas' && <p class="soft">{fillTemplate(text.results.trials, { trials: trials.map(signedDegrees).join(', ') })}</p>}
          {isUneven && <p class="strong">{fillTemplate(text.results.uneven, { spread: amountText(test, spread) })}</p>}
          <p class="soft">{fillTemplate(text.results.error, { error: amountText(test, errorOf(measured)) })}</p>
          {earlier === undefined || change === undefined ? (
            <p>{text.results.first}</p>
          ) : (
            <p class={change.isReal && !isUneven ? 'strong' : undefined}>
              {changeSentence(test, { ...change, isUneven }, earlier.day)} {change.why.map((one) => (one === 'same-way' ? '' : text.results[one])).join(' ')}
            </p>
          )}
        </>
      ) : (
        <p class="strong">{text.results.notUsed}</p>
      )}
    </section>
  );
}
