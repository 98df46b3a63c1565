import type { Assessment } from '@psoas/core/assessment';
import type { PlanItem, Programme } from '@psoas/core/programme';
import type { SideFinding } from '@psoas/core/selfcheck';
import { clockText } from '@psoas/kernel';

/** A whole assessment as text that a person can review: screening, findings, the week. */
export function assessmentToText(title: string, { triage, findings, programme, problems }: Assessment): string {
  const reasons = triage.reasons.map(({ id, level, lifted }) => `  ${level} ${id}${lifted ? ' (lifted by a clinician)' : ''}`);
  return [
    `# ${title}`,
    '',
    `Screening: ${triage.level}`,
    ...reasons,
    ...problems.map(({ field, kind }) => `Problem: ${field} ${kind}`),
    '',
    ...(findings === null ? ['No findings.'] : [findingText('Left', findings.left), findingText('Right', findings.right)]),
    '',
    ...(programme === null ? ['No programme.'] : programmeLines(programme)),
    '',
  ].join('\n');
}

function findingText(name: string, { result, tight, weak, rectusFemoris, trace }: SideFinding): string {
  const steps = trace.filter(({ test }) => test !== 'result').map(({ rule, answer, notUsedBecause }) => `${rule} ${answer}${notUsedBecause.length === 0 ? '' : `, not used: ${notUsedBecause.join(' ')}`}`);
  return `${name}: ${result} (tight ${tight}, weak ${weak}, rectus femoris ${rectusFemoris})\n  ${steps.join('; ')}`;
}

function programmeLines(programme: Programme): readonly string[] {
  const { weeklyStretchSeconds: stretch, breaks } = programme;
  return [
    ...programme.sessions.flatMap(({ day, kind, minutes, seconds, items }) => [`Day ${day}, ${kind}, ${minutes} min (${clockText(seconds)})`, ...items.map(itemLine)]),
    '',
    `Stretch a week: left ${clockText(stretch.left)}, right ${clockText(stretch.right)}${programme.belowDose ? '; below the studied dose' : ''}`,
    ...(breaks === null ? [] : [`Breaks: ${breaks.exercise} ${breaks.holdSeconds} s a side, ${breaks.timesPerWeek} times a week`]),
    ...programme.notes.map(({ id, values }) => `Note ${id} ${JSON.stringify(values)}`),
    `Check again after ${programme.retestAfterDays} days`,
    `Locked: ${programme.locked.map(({ exercise }) => exercise).join(', ') || 'nothing'}`,
    `Left out: ${programme.leftOut.map(({ exercise, by }) => `${exercise} (${by.join(' ')})`).join(', ') || 'nothing'}`,
  ];
}

function itemLine({ exercise, side, sets, reps, holdSeconds, because }: PlanItem): string {
  const amount = reps === undefined ? `${sets} x ${holdSeconds ?? 0} s` : `${sets} x ${reps}`;
  return `  ${exercise}, ${side}, ${amount}  [${because.join(' ')}]`;
}
