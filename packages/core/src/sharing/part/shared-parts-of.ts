import { assessFromDiary, todayOf, type DiaryContext, type DiaryState } from '../../diary/index.ts';
import { reportOf } from '../../progress/index.ts';
import { findingsPart } from './findings-part.ts';
import { measurementsPart } from './measurements-part.ts';
import { programmePart } from './programme-part.ts';
import { tamedLine } from '../reading/strict-reader.ts';
import { longestCallMe } from './read-standing-part.ts';
import { sessionsPart } from './sessions-part.ts';
import type { ShareChoice } from './share-choice.ts';
import { sharePartIds } from './share-part-id.ts';
import type { SharedAnswer, SharedPart, StandingPart } from './shared-part.ts';

/** What parts are made with besides the diary. */
export type SharingContext = DiaryContext & {
  /** 1 for Monday to 7 for Sunday. */
  readonly firstWeekday: number;
  readonly choice: ShareChoice;
};

/** Answers to proposals that are told. */
const toldAnswers = 50;

/** [SH-01] [SH-02] What a share shows on a day: the standing, and each chosen part. Nothing else leaves the diary. */
export function sharedPartsOf(state: DiaryState, { firstWeekday, choice, ...context }: SharingContext): readonly SharedPart[] {
  const { today, catalogue } = context;
  const assessment = assessFromDiary(state, context);
  const day = todayOf(state, assessment, today);
  const parts = sharePartIds.filter((part) => choice.parts.includes(part));
  const callMe = choice.callMe === undefined ? undefined : tamedLine(choice.callMe, longestCallMe);
  const standing: StandingPart = {
    part: 'standing',
    day: today,
    parts,
    today: day.kind,
    retestDue: day.retestDue,
    answers: answersOf(state, choice.share),
    ...(callMe !== undefined && { callMe }),
    ...(choice.untilDay !== undefined && { untilDay: choice.untilDay }),
  };
  if (assessment === undefined) return [standing];
  const report = reportOf(state, { catalogue, today, assessment, firstWeekday });
  const isStopped = day.kind === 'stopped';
  return [
    standing,
    ...parts.map((part): SharedPart => {
      switch (part) {
        case 'programme':
          return programmePart(state, { assessment, context, isStopped });
        case 'findings':
          return findingsPart(state, { assessment, report, today });
        case 'sessions':
          return sessionsPart(state, { report, context, firstWeekday, choice });
        case 'measurements':
          return measurementsPart(report);
      }
    }),
  ];
}

function answersOf({ proposalAnswers }: DiaryState, share: string | undefined): readonly SharedAnswer[] {
  return proposalAnswers
    .filter((answered) => share !== undefined && answered.share === share)
    .slice(-toldAnswers)
    .map(({ proposal, day, answer, takenBack }) =>
      takenBack === undefined ? { proposal: proposal.id, day, answer } : { proposal: proposal.id, day: takenBack.day, answer: 'taken-back' },
    );
}
