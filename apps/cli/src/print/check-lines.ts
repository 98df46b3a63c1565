import { sides } from '@psoas/kernel';
import { isLiftable } from '@psoas/core/safety';
import type { SideFinding } from '@psoas/core/selfcheck';
import text from '@psoas/knowledge/text/cli';
import rulesText from '@psoas/knowledge/text/rules';
import type { CheckReport } from '../check-report.ts';
import type { Screen } from '../io.ts';
import { sentenceOf, withId } from '../reason-text.ts';
import { stylesOf, textWidth, wrap } from './layout.ts';

/** The answer of the safety screening: how urgent, what to do, because of what. Safety text first and shortest. */
export function triageLines({ triage }: CheckReport, screen: Screen): readonly string[] {
  const width = textWidth(screen);
  const { strong, alarm } = stylesOf(screen);
  const { title, text: lead } = rulesText.levels[triage.level];
  const isUrgent = triage.level === 'A' || triage.level === 'B';
  const mark = triage.level === 'none' ? '' : `[${triage.level}] `;
  return [
    (isUrgent ? alarm : strong)(`${mark}${title}`),
    ...wrap(lead, width),
    ...(isUrgent ? wrap(text.check.emergency, width) : []),
    ...(triage.actions.length === 0
      ? []
      : [
          '',
          strong(text.check.actionsTitle),
          ...triage.actions.flatMap((action) => wrap(action, width, '   ', ' - ')),
        ]),
    ...(triage.reasons.length === 0
      ? []
      : [
          '',
          strong(text.check.reasonsTitle),
          ...triage.reasons.flatMap(({ id, urgency, text: reason }) =>
            wrap(withId(reason, `${id}, ${urgency}`), width, '   ', ' - '),
          ),
        ]),
    ...(triage.level === 'C' &&
    triage.reasons.some(({ id, urgency }) => urgency === 'C' && isLiftable(id))
      ? ['', ...wrap(text.check.agreedHint, width)]
      : []),
  ];
}

/** What each side came to, and how. */
export function findingLines(
  findings: NonNullable<CheckReport['findings']>,
  screen: Screen,
): readonly string[] {
  const width = textWidth(screen);
  const { strong, faint } = stylesOf(screen);
  return [
    strong(text.check.findingsTitle),
    ...sides.flatMap((side) => [
      `  ${text.check.sides[side].padEnd(6)} ${strong(text.check.results[findings[side].result])}`,
      ...traceSentences(findings[side]).flatMap((line) => wrap(line, width, '           ', '         - ')),
    ]),
    ...wrap(text.check.honest, width).map(faint),
  ];
}

function traceSentences({ trace }: SideFinding): readonly string[] {
  return trace.filter(({ test }) => test !== 'result').map(({ rule }) => sentenceOf(rule) ?? rule);
}
