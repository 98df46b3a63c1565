import type { FlagDetails, Sport } from '../answers/index.ts';
import type { FlagId } from './flag-ids.ts';
import type { Urgency } from './level.ts';

/** What a flag's level can depend on besides the yes itself. */
export type FlagFacts = {
  readonly details: FlagDetails;
  readonly flags: ReadonlySet<FlagId>;
  /** Undefined when the answer is missing or damaged. */
  readonly sports: readonly Sport[] | undefined;
  readonly hasGroinPain: boolean;
};

type LevelRule = Urgency | ((facts: FlagFacts) => Urgency);

// [S-02] Each rule asks for the word that softens: an absent detail is never `false`, so it takes the urgent level.
const levelByFlag: { readonly [id in FlagId]: LevelRule } = {
  RF01: 'A',
  RF02: ({ details: { legWeakness }, flags }) => (legWeakness?.rapid === false && legWeakness.bothLegs === false && !flags.has('RF01') ? 'B' : 'A'),
  RF03: 'A',
  RF04: ({ details }) => (details.fall?.cannotBearWeight === false ? 'B' : 'A'),
  RF05: 'A',
  RF06: 'B',
  RF07: 'A',
  RF08: ({ details, flags }) => (details.calf?.chestSymptoms === false && !flags.has('RF07') ? 'B' : 'A'),
  RF09: ({ details: { infection } }) => (infection?.veryUnwell === false && infection.cannotLoadHip === false ? 'B' : 'A'),
  RF10: ({ details }) => (details.abdomen?.severe === false ? 'B' : 'A'),
  RF11: ({ details }) => (details.abdomen?.severe === false ? 'B' : 'A'),
  RF12: ({ details }) => (details.cancer?.historyOnly === true ? 'C' : 'B'),
  RF13: ({ details }) => (details.groinPain?.withImpact === false ? 'C' : 'B'),
  RF14: ({ details }) => (details.avascular?.severe === false ? 'C' : 'B'),
  RF15: 'B',
  RF16: 'B',
  RF17: ({ details }) => (details.hernia?.hardOrPainful === false ? 'C' : 'A'),
  RF18: 'C',
  RF19: ({ details }) => (details.frontThigh?.kneeGivesWay === false ? 'C' : 'B'),
  RF20: 'B',
  RF21: 'C',
  RF22: 'C',
  RF23: 'C',
  RF24: ({ details }) => (details.osteoporosis?.vertebralFracture === false ? 'D' : 'C'),
  RF25: 'D',
  RF26: ({ details: { snappingHip } }) => (snappingHip?.painful === false && snappingHip.locking === false ? 'D' : 'C'),
  RF27: ({ details: { hipFlexorPain } }) => (hipFlexorPain?.weeks !== undefined && hipFlexorPain.weeks <= 6 ? 'D' : 'C'),
  RF28: 'C',
  RF29: 'C',
  RF30: ({ details }) => (details.bloodThinner?.painOrFall === false ? 'B' : 'A'),
  RF31: 'C',
  RF32: ({ details }) => (details.exertion?.now === false ? 'C' : 'A'),
  RF33: ({ sports }) => (sports !== undefined && sports.length > 0 ? 'D' : 'C'),
  RF34: ({ details }) => (details.bloodPressure?.treated === true ? 'D' : 'C'),
  RF35: 'A',
  RF36: ({ details: { strain } }) => (strain?.cannotLift === false && strain.pop === false ? 'C' : 'B'),
  RF37: 'B',
  RF38: 'C',
  RF39: 'C',
  RF40: ({ details }) => (details.seizures?.withinSixMonths === false ? 'D' : 'C'),
  RF41: ({ flags }) => (flags.has('RF01') || flags.has('RF02') || flags.has('RF35') ? 'A' : 'D'),
  RF42: 'D',
  RF43: 'C',
  RF44: ({ flags, hasGroinPain }) => (hasGroinPain || flags.has('RF13') ? 'B' : 'C'),
  RF45: 'C',
  RF46: 'D',
  RF47: 'C',
  RF48: 'D',
  RF49: 'C',
  RF50: 'C',
  RF51: 'C',
  RF52: 'C',
  RF53: 'D',
  RF54: 'D',
};

/** The level that a raised flag takes, before any clinician's word. */
export function levelOfFlag(id: FlagId, facts: FlagFacts): Urgency {
  const rule = levelByFlag[id];
  return typeof rule === 'string' ? rule : rule(facts);
}

/** The level that a flag always takes; undefined where it depends on details. */
export function fixedLevelOf(id: FlagId): Urgency | undefined {
  const rule = levelByFlag[id];
  return typeof rule === 'string' ? rule : undefined;
}
