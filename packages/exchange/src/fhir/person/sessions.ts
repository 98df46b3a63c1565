import type { LoggedRunSet, Run } from '@psoas/core/diary';
import { fillTemplate, type Side } from '@psoas/kernel';
import { timeText } from '../../csv/time-text.ts';
import { exerciseConcept } from '../definitions/activity-definitions.ts';
import type { Observation, ObservationComponent, Procedure, Reference, Resource } from '../r4.ts';
import { resourceId } from '../resource-id.ts';
import { activityCategory, codeSystems, concept, loincCodes, physicalActivity, quantity, referenceTo, snomedExerciseTherapy } from '../systems.ts';
import { painObservation } from './pain.ts';
import type { Person } from './person.ts';

/** The procedure of a walk through a session. */
export function sessionId(run: string): string {
  return resourceId('session', run);
}

/** One session: what it was, how long it took, each exercise by side, and the highest pain. */
export function sessionResources(run: Run, person: Person): readonly Resource[] {
  const procedure = sessionProcedure(run, person);
  const partOf = referenceTo('Procedure', procedure.id);
  const effectiveDateTime = procedure.performedPeriod.start ?? run.startedDay;
  const pains = run.sets.flatMap(({ pain }) => pain ?? []);
  const pain = { id: resourceId('pain', run.run), subject: person.subject, effectiveDateTime, partOf };
  return [
    procedure,
    ...(run.sets.length === 0 ? [] : [durationObservation(run, person, { partOf, effectiveDateTime })]),
    ...exercisesOf(run).map((done) => exerciseObservation(done, person, { partOf, effectiveDateTime })),
    ...(pains.length === 0 ? [] : [painObservation('pain', { ...pain, pain: Math.max(...pains) }, person.words)]),
  ];
}

function sessionProcedure(run: Run, { words: { fhir }, subject, plan, state, withSnomed }: Person): Procedure {
  const { coding = [] } = concept(codeSystems.observation, 'session', fhir.observations.session);
  const reason = run.because ?? (run.outcome === 'stopped' ? 'D-01' : undefined);
  const why = reason !== undefined ? fillTemplate(fhir.stoppedByRule, { rule: reason }) : run.outcome === 'ended-early' ? fhir.endedEarly : undefined;
  const ofPlan = plan !== undefined && state.programmeStartedOn !== undefined && run.startedDay >= state.programmeStartedOn;
  return {
    resourceType: 'Procedure',
    id: sessionId(run.run),
    ...(ofPlan && { basedOn: [plan.reference] }),
    status: run.outcome === 'completed' ? 'completed' : run.outcome !== undefined ? 'stopped' : state.unfinishedRun?.run === run.run ? 'in-progress' : 'unknown',
    ...(why !== undefined && { statusReason: { text: why } }),
    code: { coding: withSnomed === true ? [...coding, snomedExerciseTherapy] : coding },
    subject,
    performedPeriod: { start: timeText(run.startedAtMillis) || run.startedDay, ...endOf(run) },
  };
}

// A clock that was set back must not end a session before it began.
function endOf({ sets, outcome, startedAtMillis }: Run): { readonly end?: string } {
  const last = Math.max(startedAtMillis, ...sets.map(({ atMillis }) => atMillis));
  const end = timeText(last);
  return outcome === undefined || sets.length === 0 || end === '' ? {} : { end };
}

/** Where an observation belongs. */
export type PartOf = { readonly partOf: Reference; readonly effectiveDateTime: string };

function durationObservation({ run, sets }: Run, { subject, words: { fhir } }: Person, { partOf, effectiveDateTime }: PartOf): Observation {
  const seconds = sets.reduce((total, set) => total + set.seconds, 0);
  return {
    resourceType: 'Observation',
    id: resourceId('duration', run),
    partOf: [partOf],
    status: 'final',
    category: [activityCategory, physicalActivity],
    code: { coding: [loincCodes.exerciseDuration], text: fhir.observations.worked },
    subject,
    effectiveDateTime,
    valueQuantity: quantity(Math.round(seconds / 6) / 10, 'minutes'),
  };
}

/** What was done of one exercise on one side. */
export type ExerciseDone = {
  readonly id: string;
  readonly exercise: string;
  readonly side: Side | 'both';
  readonly seconds: number;
  readonly sets?: number;
  readonly reps?: number;
  readonly reserve?: number;
  readonly loadKilograms?: number;
  readonly pain?: number;
};

// In the order of the session, left before right where both were trained.
function exercisesOf({ run, sets, items }: Run): readonly ExerciseDone[] {
  const setsByPart = new Map<string, LoggedRunSet[]>();
  for (const set of sets) {
    const part = `${set.item}-${set.side}`;
    const own = setsByPart.get(part);
    if (own === undefined) setsByPart.set(part, [set]);
    else own.push(set);
  }
  return [...setsByPart]
    .map(([part, own]): ExerciseDone & { readonly item: number } => {
      const [first] = own;
      const reserves = own.flatMap(({ repsInReserve }) => repsInReserve ?? []);
      const pains = own.flatMap(({ pain }) => pain ?? []);
      const load = items[first?.item ?? 0]?.loadKilograms;
      return {
        id: resourceId('done', part, run),
        item: first?.item ?? 0,
        exercise: first?.exercise ?? '',
        side: first?.side ?? 'both',
        sets: own.length,
        seconds: sum(own, ({ seconds }) => seconds),
        ...(own.some(({ reps }) => reps !== undefined) && { reps: sum(own, ({ reps = 0 }) => reps) }),
        ...(reserves.length > 0 && { reserve: Math.min(...reserves) }),
        ...(pains.length > 0 && { pain: Math.max(...pains) }),
        ...(load !== undefined && { loadKilograms: load }),
      };
    })
    .toSorted((first, second) => first.item - second.item || (first.side < second.side ? -1 : 1));
}

function sum(sets: readonly LoggedRunSet[], valueOf: (set: LoggedRunSet) => number): number {
  return sets.reduce((total, set) => total + valueOf(set), 0);
}

/** An exercise that was done, with its numbers as components. */
export function exerciseObservation(done: ExerciseDone, { subject, knowledge, words: { fhir } }: Person, { partOf, effectiveDateTime }: PartOf): Observation {
  const component = (code: 'sets' | 'repetitions' | 'worked' | 'load' | 'reserve', value: number | undefined, unit: Parameters<typeof quantity>[1]): readonly ObservationComponent[] =>
    value === undefined ? [] : [{ code: concept(codeSystems.observation, code, fhir.observations[code]), valueQuantity: quantity(value, unit) }];
  return {
    resourceType: 'Observation',
    id: done.id,
    partOf: [partOf],
    status: 'final',
    category: [activityCategory, physicalActivity],
    code: { coding: [loincCodes.exerciseActivity], text: fhir.observations.exercise },
    subject,
    effectiveDateTime,
    valueCodeableConcept: exerciseConcept(done.exercise, knowledge),
    bodySite: { text: fhir.bodySites[done.side] },
    component: [
      ...component('sets', done.sets, 'sets'),
      ...component('repetitions', done.reps, 'repetitions'),
      ...component('worked', Math.round(done.seconds * 10) / 10, 'seconds'),
      ...component('load', done.loadKilograms, 'kilograms'),
      ...component('reserve', done.reserve, 'repetitions'),
    ],
  };
}
