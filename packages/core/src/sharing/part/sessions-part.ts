import type { LocalDate } from '@psoas/kernel';
import { heldBack, type DiaryContext, type DiaryState } from '../../diary/index.ts';
import { workByPeriod, type Report } from '../../progress/index.ts';
import type { ShareChoice } from './share-choice.ts';
import type { SessionsPart, SharedPlanChange } from './shared-part.ts';
import { thinnedPain } from './thinned.ts';

type SessionsFacts = { readonly report: Report; readonly context: DiaryContext; readonly firstWeekday: number; readonly choice: ShareChoice };

/** [SH-03] Months that are told: five years. */
const toldMonths = 60;

/** [SH-01] What was done and how it felt. Exercises and amounts only where the programme is shared, illness only with the findings. */
export function sessionsPart(state: DiaryState, { report, context, firstWeekday, choice }: SessionsFacts): SessionsPart {
  const { today } = context;
  const lastDay = state.runs.flatMap(({ sets }) => sets.map(({ day }) => day)).reduce<LocalDate | undefined>((latest, day) => (latest === undefined || day > latest ? day : latest), undefined);
  const withProgramme = choice.parts.includes('programme');
  const changes = report.planChanges.filter(({ rule }) => rule !== 'D-11' || choice.parts.includes('findings'));
  return {
    part: 'sessions',
    day: today,
    ...(report.adherence && { adherence: report.adherence }),
    ...(lastDay !== undefined && { lastDay }),
    done: report.done,
    weeks: report.weeks,
    months: workByPeriod(state, { from: report.from, to: today, period: 'month', firstWeekday }).slice(-toldMonths),
    pain: { points: thinnedPain(report.pain.points, { today, firstWeekday }), change: report.pain.change, nextDays: report.pain.nextDays },
    planChanges: changes.map((change) => sharedChange(change, withProgramme)),
    ...(withProgramme && { held: heldBack(state, context) }),
  };
}

function sharedChange({ rule, key, day, side, exercise, values }: Report['planChanges'][number], withProgramme: boolean): SharedPlanChange {
  if (withProgramme) return { rule, key, day, side, exercise, values };
  const { pain, days } = values;
  return { rule, key, day, side, values: { ...(pain !== undefined && { pain }), ...(days !== undefined && { days }) } };
}
