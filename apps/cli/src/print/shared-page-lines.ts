import { fillTemplate } from '@psoas/kernel';
import type { FindingsPart, ProgrammePart, SharedItem, SharedView, StandingPart } from '@psoas/core/sharing';
import { sharePartIds } from '@psoas/core/sharing';
import cliText from '@psoas/knowledge/text/cli';
import text from '@psoas/knowledge/text/cli-share';
import rulesText from '@psoas/knowledge/text/rules';
import { exerciseName } from '../exercise-name.ts';
import type { Screen } from '../io.ts';
import { painSiteLabel } from '../pain-site-label.ts';
import { sentenceOf } from '../reason-text.ts';
import { partWords } from '../share/list-words.ts';
import { dayText } from './day-text.ts';
import { stylesOf, textWidth, wrap } from './layout.ts';
import { printable } from './printable.ts';
import { sharedMeasurementLines, sharedSessionLines } from './shared-progress-lines.ts';
import { amountText } from './week-grid.ts';

const words = text.show;

/** Everything that somebody shares, as a page of text. Safety comes first. */
export function sharedPageLines({ standing, programme, findings, sessions, measurements }: SharedView, label: string, screen: Screen): readonly string[] {
  const { strong } = stylesOf(screen);
  const width = textWidth(screen);
  const section = (title: string, lines: readonly string[]): readonly string[] => ['', strong(title), ...lines.flatMap((line) => wrap(line, width, '    ', '  '))];
  return [
    strong(fillTemplate(words.title, { name: printable(label) })),
    ...(standing === undefined ? [] : standingLines(standing)),
    ...(findings === undefined ? [] : section(words.findings, findingLines(findings))),
    ...(sessions === undefined ? [] : section(words.sessions, sharedSessionLines(sessions))),
    ...(measurements === undefined ? [] : section(words.measurements, sharedMeasurementLines(measurements))),
    ...(programme === undefined ? [] : section(words.plan, planLines(programme))),
    ...(standing === undefined || standing.answers.length === 0 ? [] : section(words.answers, answerLines(standing))),
  ];
}

function standingLines({ day, parts, untilDay }: StandingPart): readonly string[] {
  const missing = sharePartIds.filter((part) => !parts.includes(part));
  return [
    fillTemplate(words.from, { day: dayText(day) }),
    fillTemplate(words.shares, { parts: partWords(parts) }),
    ...(missing.length === 0 ? [] : [fillTemplate(words.notShared, { parts: partWords(missing) })]),
    ...(untilDay === undefined ? [] : [fillTemplate(words.untilDay, { day: dayText(untilDay) })]),
  ];
}

function findingLines({ level, reasons, pain, checks }: FindingsPart): readonly string[] {
  const { results } = cliText.check;
  const where = pain?.where.map(painSiteLabel).join('; ') ?? '';
  return [
    level === 'none' ? words.levelNone : `${fillTemplate(words.level, { level })} ${rulesText.levels[level].title}`,
    ...reasons.map(({ id }) => fillTemplate(words.reason, { id, text: sentenceOf(id) ?? id })),
    ...(pain === undefined ? [] : [fillTemplate(words.pain, { now: pain.now, where }).trim()]),
    ...checks.map(({ day, left, right }) => fillTemplate(words.check, { day: dayText(day), left: results[left], right: results[right] })),
  ];
}

function planLines({ programme }: ProgrammePart): readonly string[] {
  if (programme === null) return [words.noPlan];
  return programme.sessions.flatMap(({ day, kind, minutes, items }) => [
    fillTemplate(words.session, { day, kind: cliText.plan.kinds[kind], minutes }),
    ...items.map((item) => `- ${itemText(item)}`),
  ]);
}

function itemText(item: SharedItem): string {
  const { exercise, side } = item;
  return fillTemplate(words.item, { exercise: exerciseName(exercise), id: exercise, side: words.side[side], amount: amountText(item) });
}

function answerLines({ answers }: StandingPart): readonly string[] {
  return answers.map(({ proposal, day, answer }) => {
    const said = fillTemplate(text.clients.propose.answers[answer], { day: dayText(day) });
    return fillTemplate(words.answer, { id: printable(proposal).slice(0, 8), answer: said });
  });
}
