import type { PluralRule } from '@psoas/kernel';
import type { JsonLdWords, Wording } from '@psoas/exchange/json-ld';
import type { FigureText } from '@psoas/figure/describe';
import type correctionsText from '@psoas/knowledge/text/corrections';
import type exercisesText from '@psoas/knowledge/text/exercises';
import type faqText from '@psoas/knowledge/text/faq';
import type learnText from '@psoas/knowledge/text/learn';
import type modelText from '@psoas/knowledge/text/model';
import type rulesText from '@psoas/knowledge/text/rules';
import type shellText from '@psoas/knowledge/text/shell';
import type siteText from '@psoas/knowledge/text/site';
import type sourcesText from '@psoas/knowledge/text/sources';
import type {
  ArticleHead,
  Block,
  Check,
  Claim,
  Exercise,
  Faq,
  MechanicsFinding,
  MovementModule,
  Question,
  QuestionGroup,
  Source,
} from '@psoas/knowledge/types';

/** The knowledge that the site shows, in one language. */
export type SiteKnowledge = {
  readonly exercises: readonly Exercise[];
  readonly articles: readonly { readonly head: ArticleHead; readonly blocks: readonly Block[] }[];
  readonly faq: readonly Faq[];
  readonly claims: readonly Claim[];
  readonly findings: readonly MechanicsFinding[];
  readonly checks: readonly Check[];
  readonly questions: readonly Question[];
  readonly groups: readonly QuestionGroup[];
  readonly sources: readonly Source[];
  /** By the id of the exercise or self-test. */
  readonly movements: ReadonlyMap<string, MovementModule>;
};

/** The words, each from the locale file of its name. */
export type SiteWords = {
  readonly site: Wording<typeof siteText>;
  readonly exercises: Wording<typeof exercisesText>;
  readonly things: JsonLdWords['things'];
  readonly learn: Wording<typeof learnText>;
  readonly faq: Wording<typeof faqText>;
  readonly corrections: Wording<typeof correctionsText>;
  readonly sources: Wording<typeof sourcesText>;
  readonly shell: Pick<Wording<typeof shellText>, 'skip' | 'emergency'>;
  readonly rules: Pick<Wording<typeof rulesText>, 'levels'>;
  readonly model: Pick<Wording<typeof modelText>, 'faults' | 'faultLead' | 'faultNames' | 'notThis'>;
  readonly figure: FigureText;
};

/** Everything that a site is made from. */
export type SiteInput = {
  readonly knowledge: SiteKnowledge;
  readonly words: SiteWords;
  /** BCP 47, such as `en-GB`. */
  readonly language: string;
  /** Which kind of number a count is in that language. */
  readonly plural: PluralRule;
  /** The one style sheet. */
  readonly styles: string;
  /** The icon, an SVG document. */
  readonly icon: string;
  /** Where the site will stand, with a slash at its end. Without it no page names its own address. */
  readonly origin?: string;
  /** The address of the app, for a link to it. */
  readonly appAddress?: string;
};
