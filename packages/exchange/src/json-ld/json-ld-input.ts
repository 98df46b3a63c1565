import type { PluralRule } from '@psoas/kernel';
import type exercisesText from '@psoas/knowledge/text/exercises';
import type { Source } from '@psoas/knowledge/types';
import type { Wording } from '../wording.ts';

/** The words that the graphs need: those of the locale file of the same name, and the names of things. */
export type JsonLdWords = {
  readonly exercises: Pick<Wording<typeof exercisesText>, 'classes' | 'muscles'> & {
    readonly page: Pick<
      Wording<typeof exercisesText>['page'],
      'before' | 'how' | 'cues' | 'safety' | 'stops' | 'doses' | 'sideWords' | DoseWordKey
    >;
  };
  readonly things: Readonly<Record<string, string>>;
};

type DoseWordKey =
  | 'sets'
  | 'setsOne'
  | 'hold'
  | 'holdOne'
  | 'reps'
  | 'repsOne'
  | 'rest'
  | 'perWeek'
  | 'perWeekOne';

/** The wordings of a dose, from `exercises.yaml`. */
export type DoseWordings = Pick<JsonLdWords['exercises']['page'], DoseWordKey>;

/** What a graph is made with besides the item it speaks of. */
export type JsonLdInput = {
  readonly words: JsonLdWords;
  /** BCP 47, such as `en-GB`. */
  readonly language: string;
  /** Which kind of number a count is in that language. */
  readonly plural: PluralRule;
  readonly sources: readonly Source[];
};

/** The page that carries the graph. */
export type GraphPage = {
  /** Its address: absolute, or as the page itself would link to it. */
  readonly url: string;
  readonly name: string;
  readonly description: string;
  /** The address of the page that says what psoas is and is not. */
  readonly about?: string;
  /** The way from the start to this page, this page last. */
  readonly trail: readonly { readonly name: string; readonly url: string }[];
};
