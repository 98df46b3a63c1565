import type { MeasuredTest } from '../../diary/index.ts';
import type { FindingResult } from '../../selfcheck/index.ts';
import type { Change } from '../change.ts';
import type { Headline } from '../headline.ts';

type TitleAndLead = { readonly title: string; readonly lead: string };
type MeasuredTitles = { readonly [key in MeasuredTest | `${MeasuredTest}Both`]: string };

/** Forms of a value, with places for its number. */
export type ValueWords = { readonly above: string; readonly below: string; readonly oneAbove: string; readonly oneBelow: string; readonly level: string; readonly degrees: string; readonly lifts: string; readonly seconds: string };

/** The words of progress, as the locale file `progress.yaml` has them. */
export type ProgressWords = {
  readonly months: readonly string[];
  readonly sides: { readonly left: string; readonly right: string; readonly both: string };
  readonly tests: { readonly [test in MeasuredTest]: string };
  readonly values: ValueWords;
  readonly spokenValues: ValueWords;
  readonly results: { readonly [result in FindingResult]: string };
  readonly changes: { readonly [kind in Change['kind'] | 'too-earlyMore']: string };
  readonly side: { readonly beyond: string; readonly within: string };
  readonly headline: { readonly [key in Exclude<Headline['key'], 'measuredBetter' | 'measuredWorse' | 'measuredMixed'>]: TitleAndLead } & {
    readonly mixed: TitleAndLead;
    readonly measuredBetter: MeasuredTitles;
    readonly measuredWorse: MeasuredTitles;
    readonly measuredLead: string;
  };
  readonly plan: { readonly line: string; readonly kinds: { readonly [key: string]: string } };
};
