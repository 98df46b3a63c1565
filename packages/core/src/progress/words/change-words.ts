import { fillTemplate } from '@psoas/kernel';
import type { MeasuredTest } from '../../diary/index.ts';
import type { Change } from '../change.ts';
import type { Headline } from '../headline.ts';
import type { SideDifference } from '../left-against-right.ts';
import type { ProgressWords } from './progress-words.ts';
import { amountWords, dayWords, tenthWords, valueWords } from './value-words.ts';

/** [PR-07] What can be said about one row of measurements. */
export function changeWords(test: MeasuredTest, change: Change, words: ProgressWords): string {
  if (change.kind === 'nothing') return words.changes.nothing;
  if (change.kind === 'too-early') return change.points < 2 ? words.changes['too-early'] : words.changes['too-earlyMore'];
  return fillTemplate(words.changes[change.kind], {
    from: valueWords(test, change.from, words.values),
    to: valueWords(test, change.to, words.values),
    error: amountWords(test, change.error, words.values),
  });
}

/** [PR-09] One measured difference between the sides. */
export function differenceWords({ test, left, right, error, isBeyondError }: SideDifference, words: ProgressWords): string {
  return fillTemplate(isBeyondError ? words.side.beyond : words.side.within, {
    test: words.tests[test],
    left: valueWords(test, left, words.values),
    right: valueWords(test, right, words.values),
    error: amountWords(test, error, words.values),
  });
}

/** [PR-10] The first sentence: a title and what stands behind it. */
export function headlineWords(said: Headline, words: ProgressWords): { readonly title: string; readonly lead: string } {
  const { headline, months } = words;
  switch (said.key) {
    case 'empty':
      return headline.empty;
    case 'tooEarly':
    case 'noChange':
    case 'nothingMeasuredTwice':
    case 'notMeasured': {
      const weeks = said.key === 'tooEarly' ? said.weeks : 0;
      return { title: headline[said.key].title, lead: fillTemplate(headline[said.key].lead, { since: dayWords(said.since, months), weeks }) };
    }
    case 'findingChanged':
      return { title: headline.findingChanged.title, lead: fillTemplate(headline.findingChanged.lead, { since: dayWords(said.since, months), until: dayWords(said.until, months) }) };
    case 'painWorse':
    case 'painBetter':
      return { title: headline[said.key].title, lead: fillTemplate(headline[said.key].lead, { from: tenthWords(said.from), to: tenthWords(said.to) }) };
    case 'measuredMixed':
      return headline.mixed;
    case 'measuredBetter':
    case 'measuredWorse':
      return measuredWords(said, words);
  }
}

function measuredWords(said: Extract<Headline, { readonly key: 'measuredBetter' | 'measuredWorse' | 'measuredMixed' }>, words: ProgressWords): { readonly title: string; readonly lead: string } {
  const { test, side, from, to, by, error, since, until } = said;
  const titles = said.key === 'measuredBetter' ? words.headline.measuredBetter : words.headline.measuredWorse;
  return {
    title: side === 'both' ? titles[`${test}Both`] : fillTemplate(titles[test], { side: words.sides[side], by: byWords(test, by, words) }),
    lead: fillTemplate(words.headline.measuredLead, {
      test: words.tests[test],
      from: valueWords(test, from, words.values),
      to: valueWords(test, to, words.values),
      error: amountWords(test, error, words.values),
      since: dayWords(since, words.months),
      until: dayWords(until, words.months),
    }),
  };
}

// "6 more lifts" names the unit itself.
function byWords(test: MeasuredTest, by: number, words: ProgressWords): string {
  return test === 'seated-raises' ? tenthWords(by) : amountWords(test, by, words.values);
}
