import { checkSentence, clinicianSentence, newsOfCheck } from '@psoas/core/diary';
import { ok } from '@psoas/kernel';
import text from '@psoas/knowledge/text/mcp';
import steps from '@psoas/knowledge/text/steps';
import { z } from 'zod';
import { todayLines } from '../../print/today-lines.ts';
import { stepSentence } from '../../step-sentence.ts';
import { look, mayNotTrain, plainScreen, reportOf, type Looked } from '../look.ts';
import { plannedSession, sessionOf } from '../planned.ts';
import { stop, stopLines, stopOf, unreadLines } from '../stop.ts';
import type { Tool } from '../tool.ts';
import { wordsIn, wordsLines, wordsOfPeople } from '../words-of-people.ts';

const input = z.strictObject({});
const change = z.object({ exercise: z.string(), rule: z.string(), text: z.string() });
const output = z.object({
  stop: stop.nullable(),
  day: z.string(),
  kind: z.enum(['no-check', 'stopped', 'not-today', 'rest', 'sessions']),
  sessions: z.array(plannedSession.extend({ done: z.boolean() })),
  changes: z.array(change),
  news: z.array(z.object({ rule: z.string(), text: z.string() })),
  isSessionBegun: z.boolean(),
  isDayAfterAnswerDue: z.boolean(),
  isCheckDue: z.boolean(),
  nextDay: z.string().nullable(),
  wordsOfPeople,
});
type Output = z.infer<typeof output>;

/** What today holds with its reasons, or what stops and why. */
export const getToday: Tool<z.infer<typeof input>, Output> = {
  name: 'get_today',
  input,
  output,
  writes: false,
  run: async (_, desk) => {
    const looked = await look(desk);
    if (!looked.ok) return looked;
    return ok({ data: dataOf(looked.value), lines: linesOf(looked.value) });
  },
};

function dataOf(looked: Looked): Output {
  const { now, state, assessment } = looked;
  const { day } = looked.moment;
  const { clinician } = assessment ?? {};
  return {
    stop: stopOf(looked),
    day,
    kind: now.kind,
    sessions: now.sessions.map((session) => ({ ...sessionOf(session), done: session.done })),
    changes: now.changes.map((one) => ({ exercise: one.exercise, rule: one.rule, text: stepSentence(one, state.runs) })),
    news: [
      ...(clinician === undefined ? [] : [{ rule: clinician.rule, text: clinicianSentence(clinician, steps.clinician) }]),
      ...newsOfCheck(state, assessment, day).map((one) => ({ rule: one.rule, text: checkSentence(one, steps.check) })),
    ],
    isSessionBegun: now.unfinishedRun !== undefined,
    isDayAfterAnswerDue: now.nextDayDue !== undefined,
    isCheckDue: now.retestDue,
    nextDay: now.nextDay?.day ?? null,
    wordsOfPeople: wordsIn(state),
  };
}

// What stops stands above everything, the title of the day too.
function linesOf(looked: Looked): readonly string[] {
  const report = reportOf(looked);
  const stopped = stopLines(looked);
  const day = report === undefined || mayNotTrain(looked) ? [] : todayLines(report, plainScreen);
  return [
    ...stopped,
    ...day,
    ...(looked.now.nextDayDue === undefined ? [] : ['', text.answers.dayAfterDue]),
    ...unreadLines(looked),
    ...wordsLines(wordsIn(looked.state)),
  ];
}
