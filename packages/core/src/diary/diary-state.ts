import type { LocalDate } from '@psoas/kernel';
import type { ClinicianAgreement } from '../answers/index.ts';
import type { PlanItem } from '../programme/programme.ts';
import type { TimelineOptions } from '../session/step.ts';
import type { ReplyEnvelope } from '../sharing/reply/reply-event.ts';
import type { ActivityDone, BreakTaken, ClientAdded, EventStamp, Measurement, NextDayAnswer, ProposalAnswered, SessionOutcome, SetLogged, ShareMade, ShortSafetyAnswers, TestRepeated } from './event.ts';
import type { UnreadEvent } from './read-event.ts';

/** What the diary adds up to. Plain values; the same events give the same state. */
export type DiaryState = {
  /** The check that counts: the last one appended. */
  readonly latestCheck?: CompletedCheck;
  /** Every check, in the order they were written down. */
  readonly checks: readonly CompletedCheck[];
  /** [D-06] When the check was put off, and until when. */
  readonly retestPutOffUntil: readonly { readonly on: LocalDate; readonly until: LocalDate }[];
  /** [D-11] Days on which fever or illness was reported. */
  readonly illDays: readonly LocalDate[];
  /** [S-05] Short forms and stops that told of a new sign, in the order they were written down. */
  readonly signReports: readonly RecordedShortSafety[];
  /** Every clinician's word, in the order it was written down. */
  readonly agreements: readonly RecordedAgreement[];
  /** Day 1 of the latest programme. */
  readonly programmeStartedOn?: LocalDate;
  /** Every walk through a session, earliest first. */
  readonly runs: readonly Run[];
  /** The latest walk, when it has no end yet. */
  readonly unfinishedRun?: Run;
  /** The latest value of each wish or setting; a wish that was taken back is not in it. */
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly latestShortSafety?: RecordedShortSafety;
  /** [E-09] Short forms since the latest check, oldest first: a sign ends only by a new check. */
  readonly shortSafetySinceCheck: readonly RecordedShortSafety[];
  /** [D-03] The latest session that was done and has no answer of the day after. */
  readonly nextDayDue?: Run;
  /** Breaks and stretches outside the sessions, oldest first. */
  readonly breaks: readonly TakenBreak[];
  /** Runs and rides that came from a watch or phone, oldest first. */
  readonly activities: readonly DoneActivity[];
  /** What was measured at home, oldest first. */
  readonly measurements: readonly TakenMeasurement[];
  /** [D-06] Tests that were done again after a check, oldest first. */
  readonly repeats: readonly RepeatedTest[];
  /** What the person wrote down, oldest first. */
  readonly notes: readonly WrittenNote[];
  /** [SH-14] Every share that was made, earliest first; those that ended say when. */
  readonly shares: readonly MadeShare[];
  /** [SH-24] Every proposal that came in a file, earliest first, whatever became of it. */
  readonly importedProposals: readonly ReplyEnvelope<'proposal'>[];
  /** [SH-07] Every proposal that was answered, with the answer that counts, earliest first. */
  readonly proposalAnswers: readonly AnsweredProposal[];
  /** [SH-15] The shares of others that a professional keeps, earliest first. */
  readonly clients: readonly KeptClient[];
  /** What this version does not understand: kept, reported, never rewritten. */
  readonly unreadable: readonly UnreadEntry[];
};

/** A check: its answers as they were given, to be parsed by whoever reads them. */
export type CompletedCheck = EventStamp & { readonly answers: unknown };
/** A clinician's word, and when it was written down. */
export type RecordedAgreement = ClinicianAgreement & { readonly id: string; readonly atMillis: number };
/** A break, and when it was taken. */
export type TakenBreak = EventStamp & BreakTaken;
/** A run or ride, and when it ended. */
export type DoneActivity = EventStamp & ActivityDone;
/** A measurement, and when it was taken. */
export type TakenMeasurement = EventStamp & Measurement;
/** A half-kneeling test that was done again, and when. */
export type RepeatedTest = EventStamp & TestRepeated;
/** A note, and when it was written. */
export type WrittenNote = EventStamp & { readonly text: string };
/** A share, when it was made, and when it ended. */
export type MadeShare = EventStamp & ShareMade & { readonly ended?: EventStamp };
/** The stamp is that of the answer. */
export type AnsweredProposal = EventStamp & ProposalAnswered & { readonly takenBack?: EventStamp };
/** Somebody who shares, and whom this diary keeps. */
export type KeptClient = EventStamp & ClientAdded & { readonly archived: boolean };
/** The short safety form, and when it was answered. */
export type RecordedShortSafety = EventStamp & ShortSafetyAnswers;

/** One walk through a session. */
export type Run = {
  readonly run: string;
  /** Id of the planned session. */
  readonly session: string;
  readonly startedDay: LocalDate;
  readonly startedAtMillis: number;
  readonly items: readonly PlanItem[];
  readonly options: TimelineOptions;
  readonly sets: readonly LoggedRunSet[];
  /** Absent while it is not finished. */
  readonly outcome?: SessionOutcome;
  /** A rule id, when a rule ended it. */
  readonly because?: string;
  readonly nextDay?: NextDayAnswer;
};

/** A set with when it was logged. */
export type LoggedRunSet = SetLogged & { readonly day: LocalDate; readonly atMillis: number };

/** An entry that is not understood; `index` is its place in what was passed in. */
export type UnreadEntry = UnreadEvent & { readonly index: number };
