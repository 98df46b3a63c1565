import { sidesOrBoth } from '@psoas/kernel';
import type { FieldReader } from '@psoas/kernel';
import type { FlagDetails } from './answers.ts';
import { replacementApproaches, worseWithChoices } from './vocabulary.ts';

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** The yes-or-no fields of each detail. A text such as "no" is refused, never read as an answer (S-03). */
const flagFields = {
  legWeakness: ['rapid', 'bothLegs'],
  fall: ['cannotBearWeight'],
  infection: ['veryUnwell', 'cannotLoadHip'],
  abdomen: ['severe'],
  cancer: ['historyOnly'],
  calf: ['chestSymptoms'],
  groinPain: ['withImpact'],
  avascular: ['severe'],
  hernia: ['hardOrPainful'],
  frontThigh: ['kneeGivesWay'],
  osteoporosis: ['vertebralFracture'],
  snappingHip: ['painful', 'locking'],
  bloodThinner: ['painOrFall'],
  bloodPressure: ['treated'],
  seizures: ['withinSixMonths'],
  exertion: ['now'],
  strain: ['cannotLift', 'pop'],
} as const satisfies { readonly [detail in keyof FlagDetails]?: readonly string[] };

const weeks = { min: 0, max: 5200, unit: 'weeks' };

/** The detail keys that are known: the closed list of docs/spec/safety.md. */
const detailKeys: readonly string[] = [...Object.keys(flagFields), 'hipReplacement', 'surgery', 'pregnancy', 'birth', 'hipFlexorPain', 'hypermobility', 'backPattern', 'kneelingHurts'];

/** Reads `safety.details`. Damaged fields are named by the reader and left out, which takes the more urgent level (S-02). */
export function parseDetails(reader: FieldReader | undefined): FlagDetails {
  if (reader === undefined) return {};
  reader.refuseOthers(detailKeys);
  const details: Writable<FlagDetails> = { ...parseFlagFields(reader) };
  const withInner = (key: keyof FlagDetails, known: readonly string[], read: (inner: FieldReader) => void): void => {
    const inner = reader.inner(key, 'optional');
    if (inner === undefined) return;
    inner.refuseOthers(known);
    read(inner);
  };
  withInner('hipReplacement', ['side', 'approach'], (inner) => {
    details.hipReplacement = defined({ side: inner.choice('side', sidesOrBoth, 'optional'), approach: inner.choice('approach', replacementApproaches, 'optional') });
  });
  withInner('surgery', ['what', 'weeksAgo'], (inner) => {
    details.surgery = defined({ what: inner.text('what', 'optional'), weeksAgo: inner.number('weeksAgo', weeks, 'optional') });
  });
  withInner('pregnancy', ['weeks'], (inner) => {
    details.pregnancy = defined({ weeks: inner.number('weeks', { min: 0, max: 45, unit: 'weeks' }, 'optional') });
  });
  withInner('birth', ['weeksAgo', 'caesarean', 'leakOrHeaviness'], (inner) => {
    details.birth = defined({ weeksAgo: inner.number('weeksAgo', weeks, 'optional'), caesarean: inner.flag('caesarean', 'optional'), leakOrHeaviness: inner.flag('leakOrHeaviness', 'optional') });
  });
  withInner('hipFlexorPain', ['weeks'], (inner) => {
    details.hipFlexorPain = defined({ weeks: inner.number('weeks', weeks, 'optional') });
  });
  withInner('hypermobility', ['score'], (inner) => {
    details.hypermobility = defined({ score: inner.number('score', { min: 0, max: 9, whole: true }, 'optional') });
  });
  withInner('backPattern', ['worseWith'], (inner) => {
    details.backPattern = defined({ worseWith: inner.choice('worseWith', worseWithChoices, 'optional') });
  });
  const kneelingHurts = reader.flag('kneelingHurts', 'optional');
  if (kneelingHurts !== undefined) details.kneelingHurts = kneelingHurts;
  return details;
}

function parseFlagFields(reader: FieldReader): FlagDetails {
  const read = Object.entries(flagFields).flatMap(([key, fields]) => {
    const inner = reader.inner(key, 'optional');
    if (inner === undefined) return [];
    inner.refuseOthers(fields);
    return [[key, defined(Object.fromEntries(fields.map((field) => [field, inner.flag(field, 'optional')])))] as const];
  });
  return Object.fromEntries(read);
}

type Defined<Type> = { [Key in keyof Type]?: Exclude<Type[Key], undefined> };

// Leaves out the fields that were absent or damaged, so that "absent" has one form.
function defined<Type extends object>(fields: Type): Defined<Type> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<Type>;
}
