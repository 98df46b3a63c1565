import type { LocalDate, PerSide } from '@psoas/kernel';
import type { Equipment, ExperienceLevel } from '../catalogue/index.ts';
import type { FlagId } from '../safety/flag-ids.ts';
import type { AboveNinetyResult, FeltMoment, Goal, HalfKneelingPlace, KneeLiftResult, PainSite, Sport } from './vocabulary.ts';

/** Everything that a person answers in one check. */
export type Answers = {
  readonly about: About;
  readonly safety: SafetyAnswers;
  readonly pain: PainAnswers;
  readonly tests: TestAnswers;
};

/** What a day looks like, and what the person wants. None of it classifies a side. */
export type About = {
  readonly ageYears: number;
  readonly sittingHoursPerDay: number;
  readonly sports: readonly Sport[];
  readonly level: ExperienceLevel;
  readonly goals: readonly Goal[];
  /** 1 to 7. */
  readonly daysPerWeek: number;
  /** 2 to 240, for everything of one day. */
  readonly minutesPerDay: number;
  readonly equipment: readonly Equipment[];
  readonly canKneel: boolean;
  readonly canUseFloor: boolean;
  readonly needsBalanceSupport: boolean;
};

/** The answers to the safety questions. */
export type SafetyAnswers = {
  readonly yes: readonly FlagId[];
  readonly confirmedNoneOther: boolean;
  /** false, or which flags a clinician agreed to and when (S-05). A bare true covers the flags of this check, today. */
  readonly clinicianAgreed: false | true | ClinicianAgreement;
  readonly details: FlagDetails;
};

/** That a clinician agreed to training with these flags, and on which day. */
export type ClinicianAgreement = { readonly flags: readonly FlagId[]; readonly date: LocalDate };

/** How much it hurts, and where. */
export type PainAnswers = {
  /** At rest, today, 0 to 10. */
  readonly now: number;
  readonly where: readonly PainSite[];
};

/** What is asked after a yes: the closed list of `docs/spec/safety.md`. An absent field takes the more urgent level (S-02). */
export type FlagDetails = {
  readonly legWeakness?: { readonly rapid?: boolean; readonly bothLegs?: boolean };
  readonly fall?: { readonly cannotBearWeight?: boolean };
  readonly infection?: { readonly veryUnwell?: boolean; readonly cannotLoadHip?: boolean };
  readonly abdomen?: { readonly severe?: boolean };
  readonly cancer?: { readonly historyOnly?: boolean };
  readonly calf?: { readonly chestSymptoms?: boolean };
  readonly groinPain?: { readonly withImpact?: boolean };
  readonly avascular?: { readonly severe?: boolean };
  readonly hernia?: { readonly hardOrPainful?: boolean };
  readonly frontThigh?: { readonly kneeGivesWay?: boolean };
  readonly hipReplacement?: { readonly side?: 'left' | 'right' | 'both'; readonly approach?: 'anterior' | 'lateral' | 'posterior' | 'unknown' };
  readonly surgery?: { readonly what?: string; readonly weeksAgo?: number };
  readonly pregnancy?: { readonly weeks?: number };
  readonly birth?: { readonly weeksAgo?: number; readonly caesarean?: boolean; readonly leakOrHeaviness?: boolean };
  readonly osteoporosis?: { readonly vertebralFracture?: boolean };
  readonly snappingHip?: { readonly painful?: boolean; readonly locking?: boolean };
  readonly hipFlexorPain?: { readonly weeks?: number };
  readonly hypermobility?: { readonly score?: number };
  readonly backPattern?: { readonly worseWith?: 'extension' | 'flexion' | 'neither' };
  readonly kneelingHurts?: boolean;
  readonly bloodThinner?: { readonly painOrFall?: boolean };
  readonly bloodPressure?: { readonly treated?: boolean };
  readonly seizures?: { readonly withinSixMonths?: boolean };
  readonly exertion?: { readonly now?: boolean };
  readonly strain?: { readonly cannotLift?: boolean; readonly pop?: boolean };
};

/** What the self-tests showed, by side. */
export type TestAnswers = {
  readonly halfKneeling: PerSide<HalfKneelingAnswer>;
  readonly kneeLift: PerSide<KneeLiftAnswer>;
  readonly thomas?: { readonly left?: ThomasAnswer; readonly right?: ThomasAnswer };
  readonly seatedLifts?: { readonly left?: SeatedLiftsAnswer; readonly right?: SeatedLiftsAnswer };
};

/** Where the pull of the half-kneeling test was felt, and when it came. */
export type HalfKneelingAnswer = { readonly felt: HalfKneelingPlace; readonly when?: FeltMoment };
/** How the standing knee lift went, to 90 degrees and above. */
export type KneeLiftAnswer = { readonly result: KneeLiftResult; readonly aboveNinety?: AboveNinetyResult };

/** Height of the middle of the kneecap above the edge (negative below it), and the length from hip to knee. */
export type ThomasAnswer = {
  readonly heightCentimetres: number;
  readonly thighCentimetres: number;
  readonly pelvisHeld: boolean;
  /** How far the knee hangs bent; 0 is straight. */
  readonly kneeDegrees?: number;
};
/** Lifts of the knee in a minute, sitting. */
export type SeatedLiftsAnswer = { readonly repetitions: number };
