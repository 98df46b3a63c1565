import { createFieldReader, parseLocalDate, perSide, type FieldReader, type PerSide, type Problem } from '@psoas/kernel';
import { equipmentKinds, experienceLevels } from '../catalogue/index.ts';
import { flagIds } from '../safety/flag-ids.ts';
import type { About, Answers, HalfKneelingAnswer, KneeLiftAnswer, PainAnswers, SafetyAnswers, SeatedLiftsAnswer, TestAnswers, ThomasAnswer } from './answers.ts';
import { parseDetails } from './parse-details.ts';
import { aboveNinetyResults, feltMoments, goals, halfKneelingPlaces, kneeLiftResults, painSites, sports } from './vocabulary.ts';

/**
 * Answers as far as they could be read. An emergency is answered from what is there (S-03); everything else needs
 * `complete`.
 */
export type ParsedAnswers = {
  readonly ageYears: number | undefined;
  readonly sports: About['sports'] | undefined;
  readonly safety: Readable<SafetyAnswers>;
  readonly pain: Readable<PainAnswers>;
  /** All answers, when nothing is missing or damaged. */
  readonly complete: Answers | undefined;
  readonly problems: readonly Problem[];
};

/** Reads one check's answers, as a form or a file gives them. Every problem names its field and what is allowed. */
export function parseAnswers(input: unknown): ParsedAnswers {
  const problems: Problem[] = [];
  const root = createFieldReader(input, '', problems);
  root?.refuseOthers(['about', 'safety', 'pain', 'tests']);
  const safety = parseSafety(root?.inner('safety'), problems);
  const pain = parsePain(root?.inner('pain'));
  const about = parseAbout(root?.inner('about'));
  const tests = parseTests(root?.inner('tests'), problems);
  const complete = problems.length === 0 && isWhole(about) && isWhole(safety) && isWhole(pain) && tests !== undefined ? { about, safety, pain, tests } : undefined;
  return { ageYears: about.ageYears, sports: about.sports, safety, pain, complete, problems };
}

type Readable<Type> = { readonly [Key in keyof Type]: Type[Key] | undefined };

function isWhole<Type extends object>(fields: Readable<Type>): fields is Readable<Type> & Type {
  return Object.values(fields).every((value) => value !== undefined);
}

function parseAbout(reader: FieldReader | undefined): Readable<About> {
  reader?.refuseOthers(['ageYears', 'sittingHoursPerDay', 'sports', 'level', 'goals', 'daysPerWeek', 'minutesPerDay', 'equipment', 'canKneel', 'canUseFloor', 'needsBalanceSupport']);
  return {
    ageYears: reader?.number('ageYears', { min: 0, max: 120, unit: 'years' }),
    sittingHoursPerDay: reader?.number('sittingHoursPerDay', { min: 0, max: 24, unit: 'hours' }),
    sports: reader?.choices('sports', sports),
    level: reader?.choice('level', experienceLevels),
    goals: reader?.choices('goals', goals),
    daysPerWeek: reader?.number('daysPerWeek', { min: 1, max: 7, whole: true }),
    minutesPerDay: reader?.number('minutesPerDay', { min: 2, max: 240, whole: true, unit: 'minutes' }),
    equipment: reader?.choices('equipment', equipmentKinds),
    canKneel: reader?.flag('canKneel'),
    canUseFloor: reader?.flag('canUseFloor'),
    needsBalanceSupport: reader?.flag('needsBalanceSupport'),
  };
}

function parseSafety(reader: FieldReader | undefined, problems: Problem[]): Readable<SafetyAnswers> {
  reader?.refuseOthers(['yes', 'confirmedNoneOther', 'clinicianAgreed', 'details']);
  const confirmed = reader?.flag('confirmedNoneOther');
  if (confirmed === false) problems.push({ field: 'safety.confirmedNoneOther', kind: 'not-allowed', allowed: 'true, once every question has been answered', found: 'false' });
  return {
    yes: reader?.choices('yes', flagIds),
    confirmedNoneOther: confirmed,
    clinicianAgreed: parseAgreement(reader, problems),
    details: parseDetails(reader?.inner('details', 'optional')),
  };
}

function parseAgreement(reader: FieldReader | undefined, problems: Problem[]): SafetyAnswers['clinicianAgreed'] | undefined {
  if (reader === undefined || !reader.has('clinicianAgreed')) return false;
  const inner = reader.isGroup('clinicianAgreed') ? reader.inner('clinicianAgreed') : undefined;
  if (inner === undefined) return reader.flag('clinicianAgreed');
  inner.refuseOthers(['flags', 'date']);
  const flags = inner.choices('flags', flagIds);
  const text = inner.text('date');
  const date = text === undefined ? undefined : parseLocalDate(text);
  if (date?.ok === false) problems.push({ field: `${inner.path}.date`, kind: 'not-allowed', allowed: 'a day as YYYY-MM-DD', found: date.error.found });
  return flags !== undefined && date?.ok === true ? { flags, date: date.value } : undefined;
}

function parsePain(reader: FieldReader | undefined): Readable<PainAnswers> {
  reader?.refuseOthers(['now', 'where']);
  return { now: reader?.number('now', { min: 0, max: 10 }), where: reader?.choices('where', painSites) };
}

function parseTests(reader: FieldReader | undefined, problems: Problem[]): TestAnswers | undefined {
  if (reader === undefined) return undefined;
  reader.refuseOthers(['halfKneeling', 'kneeLift', 'thomas', 'seatedLifts']);
  const halfKneeling = bothSides(reader.inner('halfKneeling'), parseHalfKneeling);
  const kneeLift = bothSides(reader.inner('kneeLift'), parseKneeLift);
  const thomas = someSides(reader.inner('thomas', 'optional'), (inner) => parseThomas(inner, problems));
  const seatedLifts = someSides(reader.inner('seatedLifts', 'optional'), parseSeatedLifts);
  if (halfKneeling === undefined || kneeLift === undefined) return undefined;
  return { halfKneeling, kneeLift, ...(thomas && { thomas }), ...(seatedLifts && { seatedLifts }) };
}

function bothSides<Answer>(reader: FieldReader | undefined, parse: (inner: FieldReader) => Answer | undefined): PerSide<Answer> | undefined {
  if (reader === undefined) return undefined;
  reader.refuseOthers(['left', 'right']);
  const read = perSide((side) => {
    const inner = reader.inner(side);
    return inner === undefined ? undefined : parse(inner);
  });
  return read.left === undefined || read.right === undefined ? undefined : { left: read.left, right: read.right };
}

function someSides<Answer>(reader: FieldReader | undefined, parse: (inner: FieldReader) => Answer | undefined): { readonly left?: Answer; readonly right?: Answer } | undefined {
  if (reader === undefined) return undefined;
  reader.refuseOthers(['left', 'right']);
  const read = perSide((side) => {
    const inner = reader.inner(side, 'optional');
    return inner === undefined ? undefined : parse(inner);
  });
  return { ...(read.left && { left: read.left }), ...(read.right && { right: read.right }) };
}

function parseHalfKneeling(reader: FieldReader): HalfKneelingAnswer | undefined {
  reader.refuseOthers(['felt', 'when']);
  const felt = reader.choice('felt', halfKneelingPlaces);
  // Only these two are read by when the pull came.
  const when = reader.choice('when', feltMoments, felt === 'deep-front-hip' || felt === 'front-thigh' ? 'required' : 'optional');
  return felt === undefined ? undefined : { felt, ...(when && { when }) };
}

function parseKneeLift(reader: FieldReader): KneeLiftAnswer | undefined {
  reader.refuseOthers(['result', 'aboveNinety']);
  const result = reader.choice('result', kneeLiftResults);
  const aboveNinety = reader.choice('aboveNinety', aboveNinetyResults, 'optional');
  return result === undefined ? undefined : { result, ...(aboveNinety && { aboveNinety }) };
}

function parseThomas(reader: FieldReader, problems: Problem[]): ThomasAnswer | undefined {
  reader.refuseOthers(['heightCentimetres', 'thighCentimetres', 'pelvisHeld', 'kneeDegrees']);
  const heightCentimetres = reader.number('heightCentimetres', { min: -60, max: 60, unit: 'centimetres' });
  const thighCentimetres = reader.number('thighCentimetres', { min: 20, max: 70, unit: 'centimetres' });
  const pelvisHeld = reader.flag('pelvisHeld');
  const kneeDegrees = reader.number('kneeDegrees', { min: 0, max: 160, unit: 'degrees' }, 'optional');
  if (heightCentimetres === undefined || thighCentimetres === undefined || pelvisHeld === undefined) return undefined;
  if (Math.abs(heightCentimetres) > thighCentimetres) {
    problems.push({ field: `${reader.path}.heightCentimetres`, kind: 'contradiction', allowed: `no more than the thigh's ${thighCentimetres} centimetres`, found: String(heightCentimetres) });
    return undefined;
  }
  return { heightCentimetres, thighCentimetres, pelvisHeld, ...(kneeDegrees !== undefined && { kneeDegrees }) };
}

function parseSeatedLifts(reader: FieldReader): SeatedLiftsAnswer | undefined {
  reader.refuseOthers(['repetitions']);
  const repetitions = reader.number('repetitions', { min: 0, max: 500, whole: true });
  return repetitions === undefined ? undefined : { repetitions };
}
