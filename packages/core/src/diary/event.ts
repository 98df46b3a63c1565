import type { LocalDate, Side } from '@psoas/kernel';
import type { ClinicianAgreement, HalfKneelingAnswer } from '../answers/index.ts';
import type { PlanItem } from '../programme/programme.ts';
import type { FlagId } from '../safety/index.ts';
import type { TimelineOptions } from '../session/step.ts';
import type { SharePartId } from '../sharing/part/share-part-id.ts';
import type { Proposal } from '../sharing/reply/proposal.ts';
import type { ReplyEnvelope } from '../sharing/reply/reply-event.ts';
import type { EventStamp } from './event-stamp.ts';

export type { EventStamp } from './event-stamp.ts';

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

/** What kind of event it is. */
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
  readonly 'activity-done': ActivityDone;
  /** [D-06] The person wants the check later; until then things go on as they are. */
  readonly 'retest-put-off': { readonly until: LocalDate };
  readonly 'test-repeated': TestRepeated;
  readonly measurement: Measurement;
  readonly note: { readonly text: string };
  readonly correction: Correction;
  readonly 'share-made': ShareMade;
  /** [SH-14] Nobody reads it any more. */
  readonly 'share-ended': { readonly share: string };
  /** [SH-24] A proposal that came in a file; its id is the event's. */
  readonly 'proposal-imported': Proposal;
  readonly 'proposal-answered': ProposalAnswered;
  /** [SH-12] An accepted proposal no longer counts. */
  readonly 'proposal-taken-back': { readonly share: string; readonly proposal: string };
  readonly 'client-added': ClientAdded;
  readonly 'client-changed': ClientChanged;
  readonly 'client-removed': { readonly client: string };
};

/** The short form before a session: new signs, and pain at rest. Also what a stop inside a session raised. */
export type ShortSafetyAnswers = { readonly newSigns: readonly FlagId[]; readonly painNow: number };

/** A walk through a planned session begins. */
export type SessionStarted = {
  /** Names this walk through the session. */
  readonly run: string;
  /** Id of the planned session. */
  readonly session: string;
  readonly items: readonly PlanItem[];
  readonly options: TimelineOptions;
};

/** A set, as it was really done. */
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
  /** [D-03] Whether the form was kept, where the person or an observer says so. */
  readonly form?: SetForm;
};

/** Whether the movement of a set stayed tidy. */
export const setForms = ['kept', 'lost'] as const;
export type SetForm = (typeof setForms)[number];

/** How a session ended: to its end, by the person before it, or by a rule. */
export const sessionOutcomes = ['completed', 'ended-early', 'stopped'] as const;
export type SessionOutcome = (typeof sessionOutcomes)[number];

/** How a walk through a session ended; `because` is a rule id. */
export type SessionFinished = {
  readonly run: string;
  readonly outcome: SessionOutcome;
  readonly because?: string;
};

/** [D-03] How it can be on the day after, beside the day before the session. */
export const nextDayComparisons = ['better', 'same', 'worse'] as const;

/** The question of the day after: how it is compared with before the session. */
export type NextDayAnswer = {
  readonly run: string;
  readonly comparedWithBefore: (typeof nextDayComparisons)[number];
  readonly painNow: number;
  /** [D-04] Soreness of muscles: on both sides it holds and does not step back. */
  readonly soreness?: (typeof sorenessKinds)[number];
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

/** Activities that a watch or phone records and psoas takes in. */
export const recordedActivities = ['run', 'ride'] as const satisfies readonly Activity[];
export type RecordedActivity = (typeof recordedActivities)[number];

/** [BR-13] A run or ride that a watch or phone recorded. The event stands at its end. */
export type ActivityDone = {
  readonly activity: RecordedActivity;
  /** Seconds in which it was recorded, pauses left out where the record tells. */
  readonly seconds: number;
  readonly metres?: number;
};

/** Where muscles are sore the day after. */
export const sorenessKinds = ['none', 'one-side', 'both-sides'] as const;

/** [D-06] One test of a check, done again on another day. */
export type TestRepeated = HalfKneelingAnswer & {
  /** Id of the check whose change it confirms or not. */
  readonly check: string;
  readonly side: Side;
};

/** What can be measured at home: the thigh's angle in the Thomas test, lifts and holds while seated. */
export const measuredTests = ['thomas', 'seated-raises', 'seated-hold'] as const;
export type MeasuredTest = (typeof measuredTests)[number];

/** How it was measured; each has its own error. */
export const measuringMethods = ['tape', 'phone', 'photo', 'counted', 'timed'] as const;
export type MeasuringMethod = (typeof measuringMethods)[number];

/** One side measured once: all trials, and the one that counts. Every way of measuring writes the same record. */
export type Measurement = {
  readonly test: MeasuredTest;
  readonly side: Side;
  readonly method: MeasuringMethod;
  /** Who read the value, such as `me`; another name widens the error (evidence, section 1.3). */
  readonly measuredBy: string;
  /**
   * Each trial in the order it was done. Thomas: degrees of the thigh above (+) or below (-) horizontal; raises:
   * repetitions; hold: seconds.
   */
  readonly trials: readonly number[];
  /** The median of the trials. */
  readonly value: number;
  /** [F] A Thomas test without the pelvis held flat is kept and not used. */
  readonly pelvisHeld?: boolean;
  /** Bend of the hanging knee in degrees, where it was read. */
  readonly kneeFlexionDegrees?: number;
  /** 0 to 10, the highest while measuring. */
  readonly pain?: number;
};

/** What an earlier event should have said. */
export type Correction = {
  readonly of: string;
  /** The whole data of that event, anew. */
  readonly data: unknown;
  /** Version of that data; 1 when absent. */
  readonly dataVersion?: number;
};

/** [SH-14] The person let somebody see parts of the diary. */
export type ShareMade = {
  /** 32 hexadecimal digits; the secret of the share follows from the root and this. */
  readonly share: string;
  /** Whom it is for, in the person's own words; nobody else reads it. */
  readonly label: string;
  readonly parts: readonly SharePartId[];
  /** What the person wants to be called in it. */
  readonly callMe?: string;
  /** When it ends, in milliseconds since 1970 UTC. */
  readonly untilMillis?: number;
};

/** [SH-07] What the person made of a proposal. It stands here whole, so that the plan follows from the diary alone. */
export type ProposalAnswered = {
  readonly share: string;
  readonly proposal: ReplyEnvelope<'proposal'>;
  readonly answer: ProposalAnswer;
};
/** What can be said to a proposal. */
export const proposalAnswers = ['accepted', 'declined'] as const;
export type ProposalAnswer = (typeof proposalAnswers)[number];

/** [SH-15] Somebody else's share, kept by a professional. */
export type ClientAdded = {
  /** Names the client in this diary. */
  readonly client: string;
  readonly label: string;
  /** The whole link of the share. */
  readonly link: string;
  /** With which the professional answers: 32 bytes as base64url. */
  readonly guestSecret: string;
};
/** A new name for a client, or that the list shows them no more. */
export type ClientChanged = { readonly client: string; readonly label?: string; readonly archived?: boolean };
