import { parseAnswers, type Answers } from '@psoas/core/answers';
import { clinicianWordWeeks } from '@psoas/core/safety';
import { addDays, isRecord, type LocalDate } from '@psoas/kernel';

/** The answers of a check as they can be read: all of them, or what was there when it ended. */
export type GivenAnswers = {
  readonly isComplete: boolean;
  /** The value at a link id; undefined where nothing was answered. */
  readonly valueAt: (linkId: string) => unknown;
  /** Whether a group of details was named at all. */
  readonly isNamed: (linkId: string) => boolean;
};

/** Makes the answers of a check readable by the link ids of the questionnaire. */
export function givenAnswers(answers: unknown): GivenAnswers {
  const { complete, ageYears, sports, safety, pain } = parseAnswers(answers);
  const root: Partial<Answers> = complete ?? {};
  const word = wordOf(safety.clinicianAgreed);
  const flags = new Set<string>(safety.yes);
  const part: { readonly [group: string]: unknown } = {
    about: root.about ?? { ageYears, sports },
    pain,
    tests: root.tests,
    'safety.details': safety.details,
    'safety.word': word,
  };
  const isConfirmed = safety.confirmedNoneOther === true;
  return {
    isComplete: complete !== undefined,
    valueAt: (linkId) => {
      const flag = /^safety\.(RF\d\d)$/.exec(linkId)?.[1];
      // Who confirms the list has answered the others with no.
      if (flag !== undefined) return flags.has(flag) || (isConfirmed ? false : undefined);
      const group = Object.keys(part).find((name) => linkId.startsWith(`${name}.`));
      return group === undefined ? undefined : fieldAt(part[group], linkId.slice(group.length + 1).split('.'));
    },
    isNamed: (linkId) => isRecord(fieldAt(part['safety.details'], [linkId.slice('safety.details.'.length)])),
  };
}

function fieldAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}

type Word = { readonly said?: true; readonly flags?: readonly string[]; readonly date?: LocalDate; readonly until?: LocalDate };

// [S-05] The last day is worked out here: adding weeks to a day is beyond most readers of conditions.
function wordOf(agreed: Answers['safety']['clinicianAgreed'] | undefined): Word {
  if (agreed === undefined || agreed === false) return {};
  if (agreed === true) return { said: true };
  return { ...agreed, until: addDays(agreed.date, clinicianWordWeeks * 7 - 1) };
}
