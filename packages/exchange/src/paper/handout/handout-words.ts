import type { SessionKind } from '@psoas/core/programme';

/** The words of the programme on paper, as in `handout.yaml`. */
export type HandoutWords = {
  readonly title: string;
  readonly name: string;
  readonly made: string;
  readonly program: string;
  readonly safety: {
    readonly title: string;
    readonly signs: string;
    readonly emergency: string;
    readonly limits: string;
    readonly own: string;
  };
  readonly week: {
    readonly title: string;
    readonly minutes: string;
    readonly rest: string;
    readonly from: string;
    readonly box: string;
  };
  readonly weekdaysShort: readonly string[];
  /** How a day is written in each month. */
  readonly daysShort: readonly string[];
  /** What stands between the parts of a list. */
  readonly join: string;
  readonly exercises: string;
  readonly exercise: {
    readonly start: string;
    readonly end: string;
    readonly position: string;
    readonly picture: string;
    readonly shown: { readonly [side in 'left' | 'right' | 'changing' | 'bilateral']: string };
    readonly rest: string;
    readonly tempo: string;
    readonly load: string;
    readonly form: string;
    readonly inBreaks: string;
    readonly feel: string;
    readonly stop: string;
    readonly on: string;
  };
  readonly shortened: string;
  readonly foot: string;
};

/** Everything that turns a handout into words; the dose and the days read as on the screen of the programme. */
export type HandoutLanguage = {
  readonly handout: HandoutWords;
  readonly programme: {
    readonly dose: { readonly hold: string; readonly reps: string; readonly each: string; readonly left: string; readonly right: string; readonly plain: string };
    readonly kinds: { readonly [kind in SessionKind]: string };
    readonly minutes: string;
  };
  readonly sides: { readonly left: string; readonly right: string };
  readonly months: readonly string[];
  /** What to heed for a flag or circumstance while training; undefined where there is nothing to say. */
  readonly heed: (id: string) => string | undefined;
  readonly emergencyNumber: string;
};
