import { isRecord, perSide, sides, type LocalDate, type Side } from '@psoas/kernel';
import { parseAnswers, type About, type ClinicianAgreement, type PainSite, type ParsedAnswers } from '@psoas/core/answers';
import type { CheckKey } from '@psoas/core/catalogue';
import { screen, type FlagId, type Triage } from '@psoas/core/safety';

/** A check under way: every answer so far, so that a reload goes on where the person was. */
export type CheckDraft = {
  readonly version: 1;
  readonly stepId: string;
  readonly yes: readonly FlagId[];
  readonly details: DraftDetails;
  readonly about: Partial<About>;
  readonly painNow?: number;
  readonly painWhere: readonly PainSite[];
  readonly tests: DraftTests;
  /** Optional tests that the person asked for. */
  readonly extraTests: readonly CheckKey[];
  /** `halfKneeling:left` and the like: the retry cue was shown there. */
  readonly retried: readonly string[];
  readonly upperBackAsked: boolean;
  readonly agreement?: ClinicianAgreement;
};

/** Details by name and field; a field is a yes or no, a number, or a word from a closed list. */
export type DraftDetails = { readonly [detail: string]: DraftFields };
export type DraftFields = { readonly [field: string]: DraftValue };
export type DraftValue = string | number | boolean;
export type DraftTests = { readonly [key in CheckKey]?: { readonly [side in Side]?: DraftFields } };

/** The name under which the draft is kept. */
export const draftName = 'check-draft';

const usualAbout: Partial<About> = { sittingHoursPerDay: 6, sports: [], goals: [], daysPerWeek: 5, minutesPerDay: 15, equipment: [] };

/** A check at its beginning. What is known from the last check is filled in, except everything about safety. */
export function createDraft(lastAnswers: unknown): CheckDraft {
  const last = isRecord(lastAnswers) ? parseAnswers(lastAnswers).complete : undefined;
  const agreement = last?.safety.clinicianAgreed;
  return {
    version: 1,
    stepId: '',
    yes: [],
    details: {},
    about: last === undefined ? usualAbout : { ...usualAbout, ...last.about },
    painWhere: [],
    tests: {},
    extraTests: [],
    retried: [],
    upperBackAsked: false,
    ...(typeof agreement === 'object' && { agreement }),
  };
}

/** The kept draft, when it is one that this version understands. */
export function readDraft(kept: unknown): CheckDraft | undefined {
  return isDraft(kept) ? kept : undefined;
}

// A damaged draft must not keep the check from opening: it begins anew, which loses a minute.
function isDraft(kept: unknown): kept is CheckDraft {
  if (!isRecord(kept) || kept['version'] !== 1 || typeof kept['stepId'] !== 'string') return false;
  const { details, tests } = kept;
  const lists = [kept['yes'], kept['painWhere'], kept['extraTests'], kept['retried']];
  const groups = [kept['about'], details, tests];
  if (!lists.every(Array.isArray) || !groups.every(isRecord)) return false;
  const areGroups = (group: unknown): boolean => isRecord(group) && Object.values(group).every(isRecord);
  return areGroups(details) && isRecord(tests) && Object.values(tests).every(areGroups);
}

/** The draft in the form that the rules read. Tests without an answer were not tried. */
export function draftToAnswers(draft: CheckDraft): unknown {
  return {
    about: draft.about,
    safety: { yes: draft.yes, confirmedNoneOther: true, clinicianAgreed: draft.agreement ?? false, details: plainDetails(draft.details) },
    pain: { now: draft.painNow ?? 0, where: draft.painWhere },
    tests: {
      halfKneeling: perSide((side) => draft.tests.halfKneeling?.[side] ?? { felt: 'not-tried' }),
      kneeLift: perSide((side) => draft.tests.kneeLift?.[side] ?? { result: 'not-tried' }),
      ...optionalTest(draft, 'thomas'),
      ...optionalTest(draft, 'seatedLifts'),
    },
  };
}

/** The screening of what has been answered so far. */
export function screenDraft(draft: CheckDraft, today: LocalDate): { readonly triage: Triage; readonly parsed: ParsedAnswers } {
  const parsed = parseAnswers(draftToAnswers(draft));
  return { triage: screen(parsed, today), parsed };
}

/** The draft with one test answer changed. */
export function withTestAnswer(draft: CheckDraft, key: CheckKey, side: Side, fields: DraftFields | undefined): CheckDraft {
  const { [side]: _old, ...others }: { readonly [one in Side]?: DraftFields } = draft.tests[key] ?? {};
  return { ...draft, tests: { ...draft.tests, [key]: fields === undefined ? others : { ...others, [side]: fields } } };
}

// The one detail without inner fields is written as its bare value.
function plainDetails(details: DraftDetails): unknown {
  return Object.fromEntries(Object.entries(details).map(([detail, fields]) => [detail, 'value' in fields ? fields['value'] : fields]));
}

function optionalTest(draft: CheckDraft, key: 'thomas' | 'seatedLifts'): object {
  const answers = draft.tests[key];
  const given = sides.filter((side) => isWholeTest(key, answers?.[side]));
  return given.length === 0 ? {} : { [key]: Object.fromEntries(given.map((side): [Side, unknown] => [side, answers?.[side]])) };
}

function isWholeTest(key: 'thomas' | 'seatedLifts', fields: DraftFields | undefined): boolean {
  const needed = key === 'thomas' ? ['heightCentimetres', 'thighCentimetres', 'pelvisHeld'] : ['repetitions'];
  return fields !== undefined && needed.every((field) => fields[field] !== undefined);
}

