import { fillTemplate, type LocalDate } from '@psoas/kernel';
import {
  checkSentence,
  clinicianSentence,
  newsOfCheck,
  type DiaryState,
  type HoldReason,
  type SteppedAssessment,
  type Today,
} from '@psoas/core/diary';
import text from '@psoas/knowledge/text/cli';
import steps from '@psoas/knowledge/text/steps';
import { followLines } from '../activities/activity-lines.ts';
import { exerciseName } from '../exercise-name.ts';
import type { Screen } from '../io.ts';
import { withId } from '../reason-text.ts';
import { itemForm, stepSentence } from '../step-sentence.ts';
import { dayText, laterDayText } from './day-text.ts';
import { columns, stylesOf, textWidth, wrap } from './layout.ts';
import { amountText } from './week-grid.ts';
import { whyNotLines } from './why-not-lines.ts';

/** Everything that is said about a day. */
export type TodayReport = {
  readonly now: Today;
  readonly day: LocalDate;
  readonly state: DiaryState;
  readonly assessment: SteppedAssessment;
  readonly holds: readonly HoldReason[];
  readonly gapDays: number | undefined;
  readonly retestPutOffUntil: LocalDate | undefined;
};

const words = text.today;

/** What today holds: first why there is nothing, or the sessions; then what changes, what holds, what comes. */
export function todayLines(report: TodayReport, screen: Screen): readonly string[] {
  const { now, day, assessment } = report;
  const { strong } = stylesOf(screen);
  const lead = mayTrain(now)
    ? [now.kind === 'rest' ? words.rest : fillTemplate(words.sessions, { day: now.dayOfWeek ?? 1 })]
    : whyNotLines(now, { assessment, day }, screen);
  return [
    strong(fillTemplate(words.title, { day: dayText(day) })),
    ...lead,
    ...(mayTrain(now) ? wishLines(report, screen) : []),
    ...sessionLines(now, screen),
    ...activityLines(report, screen),
    ...changeLines(report, screen),
    ...holdLines(report, screen),
    ...(now.unfinishedRun === undefined ? [] : ['', words.resume]),
    ...(now.nextDayDue === undefined ? [] : ['', ...wrap(words.nextDayDue, textWidth(screen))]),
    ...checkLines(report, screen),
    ...nextLines(now, day),
    ...retestLines(report, screen),
  ];
}

function mayTrain({ kind }: Today): boolean {
  return kind === 'rest' || kind === 'sessions';
}

// [BR-13] The stretch after a run or ride that came from a watch.
function activityLines({ now, state, assessment, day }: TodayReport, screen: Screen): readonly string[] {
  const lines = mayTrain(now) ? followLines({ state, assessment, today: day }) : [];
  return lines.length === 0 ? [] : ['', ...lines.flatMap((line) => wrap(line, textWidth(screen)))];
}

// [D-09] [D-10] [D-12] What makes today another day than planned.
function wishLines({ state, day, now, gapDays }: TodayReport, screen: Screen): readonly string[] {
  const isLower = now.changes.some(({ rule }) => rule === 'D-09');
  return [
    ...(gapDays === undefined
      ? []
      : [`${fillTemplate(steps.gap.title, { days: gapDays })}. ${isLower ? steps.gap.lower : steps.gap.kept}`]),
    ...(state.preferences['travelling'] === true ? [words.travelling] : []),
    ...(state.preferences['shortVersionOn'] === day ? [words.isShort] : []),
  ].flatMap((line) => wrap(line, textWidth(screen)));
}

function sessionLines(now: Today, screen: Screen): readonly string[] {
  const { strong } = stylesOf(screen);
  return now.sessions.flatMap((session) => [
    '',
    `${session.done ? '[x]' : '[ ]'} ${strong(text.plan.kinds[session.kind])}, ${fillTemplate(words.minutes, { minutes: session.minutes })}, ${session.done ? words.done : words.open}`,
    ...columns(
      session.items.map((item) => [
        `    ${exerciseName(item.exercise)}${itemForm(item)}`,
        amountText(item),
        text.check.sides[item.side],
      ]),
    ),
    ...(session.done ? [] : [`    ${fillTemplate(words.start, { id: session.id })}`]),
  ]);
}

/** [D-02] What changes, each with its reason. */
export function changeLines(
  { now, state }: Pick<TodayReport, 'now' | 'state'>,
  screen: Screen,
): readonly string[] {
  const changes = now.changes.map((change) =>
    withId(`${exerciseName(change.exercise)}. ${stepSentence(change, state.runs)}`, change.rule),
  );
  return titled(steps.title, changes, screen);
}

function holdLines({ now, holds }: TodayReport, screen: Screen): readonly string[] {
  if (!mayTrain(now)) return [];
  const held = holds.map(({ key, exercises }) => `${exercises.map(exerciseName).join(', ')}. ${steps.holds[key]}`);
  return titled(steps.holds.title, held, screen);
}

function titled(title: string, lines: readonly string[], screen: Screen): readonly string[] {
  if (lines.length === 0) return [];
  return ['', stylesOf(screen).strong(title), ...lines.flatMap((line) => wrap(line, textWidth(screen), '   ', ' - '))];
}

// [D-06] [D-07] What the latest check did to the plan, and whether somebody should look.
function checkLines({ assessment, state, day }: TodayReport, screen: Screen): readonly string[] {
  const changes = newsOfCheck(state, assessment, day);
  const { clinician, repeatDue = [] } = assessment;
  const first = repeatDue[0];
  const sides = repeatDue.map((side) => text.check.sides[side]).join(', ');
  return [
    ...titled(
      steps.clinician.title,
      clinician === undefined ? [] : [withId(clinicianSentence(clinician, steps.clinician), clinician.rule)],
      screen,
    ),
    ...titled(
      steps.check.title,
      changes.map((change) => withId(checkSentence(change, steps.check), change.rule)),
      screen,
    ),
    ...(first === undefined ? [] : ['', ...wrap(fillTemplate(text.repeatTest.due, { sides, side: first }), textWidth(screen))]),
  ];
}

function nextLines({ nextDay }: Today, day: LocalDate): readonly string[] {
  if (nextDay === undefined) return [];
  const minutes = nextDay.sessions.reduce((total, session) => total + session.minutes, 0);
  return ['', fillTemplate(words.next, { day: laterDayText(nextDay.day, day), minutes })];
}

function retestLines({ now, day, assessment, retestPutOffUntil }: TodayReport, screen: Screen): readonly string[] {
  if (!now.retestDue) return [];
  const isSoon = assessment.programme?.retestAfterDays === 1;
  const line = isSoon
    ? words.retestSoon
    : retestPutOffUntil === undefined
      ? words.retest
      : fillTemplate(words.retestPutOff, { day: laterDayText(retestPutOffUntil, day) });
  return ['', ...wrap(line, textWidth(screen))];
}
