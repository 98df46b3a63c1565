import type { CodeableConcept, Coding, Quantity, Reference, ResourceType } from './r4.ts';

/**
 * Where the names of psoas lie. `.invalid` belongs to nobody and never will (RFC 6761): the addresses name things and
 * cannot be fetched.
 */
export const fhirBase = 'https://psoas.invalid/fhir';

/** The version of our definitions; it changes with any of them. */
export const definitionsVersion = '1.0.0';

/** The code systems of our own. */
export const codeSystems = {
  exercise: `${fhirBase}/CodeSystem/exercise`,
  observation: `${fhirBase}/CodeSystem/observation`,
  decision: `${fhirBase}/CodeSystem/decision`,
} as const;

/** How much of an exercise: side, sets, repetitions, seconds. FHIR's timing has no place for these. */
export const doseExtension = `${fhirBase}/StructureDefinition/dose`;

/** HL7's extension for a named expression; here a rule's answer that others use. */
export const variableExtension = 'http://hl7.org/fhir/StructureDefinition/variable';

/** The address of a resource of ours, as entries of a bundle carry it. */
export function addressOf(type: ResourceType, id: string): string {
  return `${fhirBase}/${type}/${id}`;
}

/** An address with its version. */
export function canonicalOf(type: ResourceType, id: string): string {
  return `${addressOf(type, id)}|${definitionsVersion}`;
}

/** A reference inside the bundle. */
export function referenceTo(type: ResourceType, id: string): Reference {
  return { reference: `${type}/${id}` };
}

/** A code with its words. */
export function concept(system: string, code: string, display: string): CodeableConcept {
  return { coding: [{ system, code, display }] };
}

/** A quantity in a unit of UCUM. */
export function quantity(value: number, unit: keyof typeof units): Quantity {
  return { value, unit: units[unit].unit, system: 'http://unitsofmeasure.org', code: units[unit].code };
}

const units = {
  degrees: { unit: 'degrees', code: 'deg' },
  seconds: { unit: 's', code: 's' },
  minutes: { unit: 'min', code: 'min' },
  minutesPerWeek: { unit: 'min/week', code: 'min/wk' },
  score: { unit: 'of 10', code: '{score}' },
  percent: { unit: '%', code: '%' },
  sets: { unit: 'sets', code: '{set}' },
  repetitions: { unit: 'repetitions', code: '{repetition}' },
  days: { unit: 'days', code: 'd' },
  kilograms: { unit: 'kg', code: 'kg' },
} as const;

/** A code that others publish. */
export function coding(system: string, code: string, display: string): Coding {
  return { system, code, display };
}

const loinc = 'http://loinc.org';

/**
 * Codes of LOINC that mean what we write. What a person says about a usual week (89555-7 and its kin) is not among
 * them: we count sessions for the hips, and do not ask how much somebody moves.
 */
export const loincCodes = {
  pain: coding(loinc, '72514-3', 'Pain severity - 0-10 verbal numeric rating [Score] - Reported'),
  exerciseActivity: coding(loinc, '73985-4', 'Exercise activity'),
  exerciseDuration: coding(loinc, '55411-3', 'Exercise duration'),
} as const;

/** SNOMED CT needs a licence of whoever uses it, so its codes come only where somebody asks for them. */
export const snomedExerciseTherapy = coding('http://snomed.info/sct', '229065009', 'Exercise therapy');

/** The categories that the Physical Activity guide asks for; its code system calls itself temporary. */
export const physicalActivity: CodeableConcept = {
  coding: [coding('http://hl7.org/fhir/us/physical-activity/CodeSystem/pa-temporary-codes', 'PhysicalActivity', 'Physical Activity')],
};
export const activityCategory: CodeableConcept = {
  coding: [coding('http://terminology.hl7.org/CodeSystem/observation-category', 'activity', 'Activity')],
};
export const surveyCategory: CodeableConcept = {
  coding: [coding('http://terminology.hl7.org/CodeSystem/observation-category', 'survey', 'Survey')],
};
