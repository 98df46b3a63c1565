import type { LocalDate, Side } from '@psoas/kernel';
import type { ClinicianAgreement } from '../answers/index.ts';
import type { PlanItem } from '../programme/programme.ts';
import type { FlagId } from '../safety/index.ts';
import type { TimelineOptions } from '../session/step.ts';

/**
 * One thing that happened. Events are the only truth and are never changed; a `correction` says what an earlier one
 * should have said.
 */
export type DiaryEvent = { readonly [Kind in EventKind]: Envelope<Kind> }[EventKind];

/** What every event carries besides its data. */
export type Envelope<Kind extends EventKind> = EventStamp & {
  readonly kind: Kind;
  /** Version of the kind's data. */
  readonly version: number;
  readonly data: EventDataByKind[Kind];
};

/** What the edge gives to an event: a name that nobody else uses, and when it happened. */
export type EventStamp = {
  readonly id: string;
  /** Milliseconds since 1970 UTC when it happened. */
  readonly atMillis: number;
  /** The calendar day where the person was. */
  readonly day: LocalDate;
};

export type EventKind = keyof EventDataByKind;

/** The data of each kind, at its newest version. */
export type EventDataByKind = {
  /** The answers as given; findings and programme are computed from them. */
  readonly 'check-completed': { readonly answers: unknown };
  readonly 'clinician-agreed': ClinicianAgreement;
  /** Day 1 of the programme that follows from a check. */
  readonly 'programme-started': { readonly check: string };
  readonly 'safety-answered': ShortSafetyAnswers;
  readonly 'session-started': SessionStarted;
  readonly 'set-logged': SetLogged;
  readonly 'session-finished': SessionFinished;
  readonly 'next-day-answer': NextDayAnswer;
  readonly 'preference-changed': { readonly key: string; readonly value: unknown };
  readonly 'break-taken': BreakTaken;
  readonly note: { readonly text: string };
  readonly correction: Correction;
};

/** The short form before a session: new signs, and pain at rest. Also what a stop inside a session raised. */
export type ShortSafetyAnswers = { readonly newSigns: readonly FlagId[]; readonly painNow: number };

export type SessionStarted = {
  /** Names this walk through the session. */
  readonly run: string;
  /** Id of the planned session. */
  readonly session: string;
  readonly items: readonly PlanItem[];
  readonly options: TimelineOptions;
};

export type SetLogged = {
  readonly run: string;
  readonly item: number;
  readonly exercise: string;
  /** The side that worked; `both` for exercises that work both at once. */
  readonly side: Side | 'both';
  readonly set: number;
  /** Seconds really held or worked, not the target. */
  readonly seconds: number;
  readonly reps?: number;
  /** 0 to 10. */
  readonly pain?: number;
  readonly felt?: string;
  /** Repetitions that would still have gone well. */
  readonly repsInReserve?: number;
};

export const sessionOutcomes = ['completed', 'ended-early', 'stopped'] as const;
export type SessionOutcome = (typeof sessionOutcomes)[number];

export type SessionFinished = {
  readonly run: string;
  readonly outcome: SessionOutcome;
  readonly because?: string;
};

export const nextDayComparisons = ['better', 'same', 'worse'] as const;

/** The question of the day after: how it is compared with before the session. */
export type NextDayAnswer = {
  readonly run: string;
  readonly comparedWithBefore: (typeof nextDayComparisons)[number];
  readonly painNow: number;
};

/** Activities after which a stretch is offered. */
export const activities = ['run', 'ride', 'squats', 'sit-ups', 'sitting'] as const;
export type Activity = (typeof activities)[number];

/** What a break or a stretch outside the sessions was for. */
export const breakOccasions = ['desk', ...activities] as const;
export type BreakOccasion = (typeof breakOccasions)[number];

/** A break that was taken. Its seconds count towards the week's stretch (P-03). */
export type BreakTaken = {
  readonly occasion: BreakOccasion;
  /** Absent when the person stood up and moved, without a stretch. */
  readonly exercise?: string;
  /** Seconds of stretch really held by each side. */
  readonly left: number;
  readonly right: number;
  /** 0 to 10; the highest that was said. */
  readonly pain?: number;
  /** A rule id, when a stop rule ended it. */
  readonly because?: string;
};

/** What an earlier event should have said. */
export type Correction = {
  readonly of: string;
  /** The whole data of that event, anew. */
  readonly data: unknown;
  /** Version of that data; 1 when absent. */
  readonly dataVersion?: number;
};
