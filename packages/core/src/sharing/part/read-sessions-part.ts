import { sidesOrBoth, type PerSide } from '@psoas/kernel';
import { stepKeys, type StepChange } from '../../diary/steps/step-change.ts';
import { nextDayComparisons } from '../../diary/event.ts';
import type { PeriodWork, SideWork } from '../../progress/work.ts';
import { completeFields, presentFields } from '../reading/fields.ts';
import type { StrictReader } from '../reading/strict-reader.ts';
import { readChange } from './read-change.ts';
import type { SessionsPart, SharedPain, SharedPlanChange } from './shared-part.ts';

const stepRules: readonly StepChange['rule'][] = ['D-01', 'D-03', 'D-04', 'D-05', 'D-06', 'D-08', 'D-09', 'D-11', 'RF43', 'SH-10', 'SH-12'];
const mostWeeks = 60;
const mostMonths = 240;
const mostPain = 400;
const mostChanges = 20;
const mostHeld = 200;
const longestName = 60;
const amount = { min: 0, max: 1_000_000_000 };
const count = { ...amount, whole: true };
const pain = { min: 0, max: 10 };

/** [SH-04] Reads what was done and how it felt. */
export function readSessionsPart(reader: StrictReader): SessionsPart | undefined {
  const done = reader.inner('done');
  const said = reader.inner('pain');
  const adherence = reader.inner('adherence', 'optional');
  const held = reader.inner('held', 'optional');
  const fields = completeFields({
    day: reader.day('day'),
    done: done && readDone(done),
    weeks: reader.list('weeks', mostWeeks, readPeriod),
    months: reader.list('months', mostMonths, readPeriod),
    pain: said && readPain(said),
    planChanges: reader.list('planChanges', mostChanges, readPlanChange),
  });
  const others = presentFields({
    adherence: adherence && readAdherence(adherence),
    lastDay: reader.day('lastDay', 'optional'),
    held: held && readHeld(held),
  });
  return fields && { part: 'sessions', ...fields, ...others };
}

function readWork(reader: StrictReader): SideWork | undefined {
  return completeFields({
    stretchSeconds: reader.number('stretchSeconds', amount),
    strengthSeconds: reader.number('strengthSeconds', amount),
    otherSeconds: reader.number('otherSeconds', amount),
    strengthSets: reader.number('strengthSets', amount),
    strengthReps: reader.number('strengthReps', amount),
  });
}

function readSides(reader: StrictReader): PerSide<SideWork> | undefined {
  const [left, right] = [reader.inner('left'), reader.inner('right')];
  return completeFields({ left: left && readWork(left), right: right && readWork(right) });
}

function readDone(reader: StrictReader): SessionsPart['done'] | undefined {
  const counts = completeFields({ sessions: reader.number('sessions', count), breaks: reader.number('breaks', count) });
  const work = readSides(reader);
  return counts && work && { ...work, ...counts };
}

function readPeriod(reader: StrictReader): PeriodWork | undefined {
  const counts = completeFields({
    start: reader.day('start'),
    sessions: reader.number('sessions', count),
    sessionDays: reader.number('sessionDays', count),
    breaks: reader.number('breaks', count),
  });
  const work = readSides(reader);
  return counts && work && { ...counts, ...work };
}

function readPain(reader: StrictReader): SessionsPart['pain'] | undefined {
  const [change, nextDays] = [reader.inner('change'), reader.inner('nextDays')];
  return completeFields({
    points: reader.list('points', mostPain, readPoint),
    change: change && readChange(change),
    nextDays: nextDays && completeFields({ better: nextDays.number('better', count), same: nextDays.number('same', count), worse: nextDays.number('worse', count) }),
  });
}

function readPoint(reader: StrictReader): SharedPain | undefined {
  const after = reader.inner('nextDay', 'optional');
  const nextDay = after && completeFields({ comparedWithBefore: after.choice('comparedWithBefore', nextDayComparisons), painNow: after.number('painNow', pain) });
  const point = completeFields({ day: reader.day('day'), of: reader.choice('of', ['session', 'break']), highest: reader.number('highest', pain) });
  return point && { ...point, ...presentFields({ nextDay }) };
}

function readPlanChange(reader: StrictReader): SharedPlanChange | undefined {
  const values = reader.inner('values');
  const change = completeFields({
    rule: reader.choice('rule', stepRules),
    key: reader.choice('key', stepKeys),
    day: reader.day('day'),
    side: reader.choice('side', sidesOrBoth),
    values:
      values &&
      presentFields({
        from: values.number('from', amount, 'optional'),
        to: values.number('to', amount, 'optional'),
        pain: values.number('pain', pain, 'optional'),
        percent: values.number('percent', amount, 'optional'),
        days: values.number('days', count, 'optional'),
        variant: values.name('variant', 'optional'),
        by: values.line('by', longestName, 'optional'),
      }),
  });
  return change && { ...change, ...presentFields({ exercise: reader.name('exercise', 'optional') }) };
}

function readAdherence(reader: StrictReader): SessionsPart['adherence'] {
  return completeFields({ from: reader.day('from'), to: reader.day('to'), plannedDays: reader.number('plannedDays', count), doneDays: reader.number('doneDays', count) });
}

function readHeld(reader: StrictReader): SessionsPart['held'] {
  const exercises = reader.names('exercises', mostHeld);
  const strengthSetsAtMost = reader.number('strengthSetsAtMost', count, 'optional');
  return exercises && { exercises, ...presentFields({ strengthSetsAtMost }) };
}
