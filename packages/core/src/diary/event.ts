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
export type Envelope<Kind extends EventKind> = {
  readonly id: string;
  readonly kind: Kind;
  /** Version of the kind's data. */
  readonly version: number;
  /** Milliseconds since 1970 UTC when it happened. */
  readonly atMillis: number;
  /** The calendar day where the person was. */
  readonly day: LocalDate;
  readonly data: EventDataByKind[Kind];
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
  readonly 'next-day-answer': { readonly run: string; readonly comparedWithBefore: 'better' | 'same' | 'worse'; readonly painNow: number };
  readonly 'preference-changed': { readonly key: string; readonly value: unknown };
  readonly note: { readonly text: string };
  readonly correction: { readonly of: string; readonly data: unknown };
};

/** The short form before a session: new signs, and pain at rest. */
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

export type SessionFinished = { readonly run: string; readonly outcome: 'completed' | 'ended-early' | 'stopped'; readonly because?: string };
