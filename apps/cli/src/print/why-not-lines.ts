import { assess, type Assessment } from '@psoas/core/assessment';
import type { Today } from '@psoas/core/diary';
import { painThatWaits } from '@psoas/core/safety';
import type { LocalDate } from '@psoas/kernel';
import { questions } from '@psoas/knowledge/questions';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli';
import { createCheckReport } from '../check-report.ts';
import type { Screen } from '../io.ts';
import { sentenceOf, withId } from '../reason-text.ts';
import { triageLines } from './check-lines.ts';
import { textWidth, wrap } from './layout.ts';

/** Why there is no session, and what to do: an emergency first, whenever it was answered. */
export function whyNotLines(
  { kind, because }: Today,
  { assessment, day }: { readonly assessment: Assessment | undefined; readonly day: LocalDate },
  screen: Screen,
): readonly string[] {
  if (kind === 'no-check') return [text.errors.noDiary];
  const width = textWidth(screen);
  const reasons = because.flatMap((id) => wrap(withId(reasonText(id), id), width, '   ', ' - '));
  if (kind !== 'stopped') return [text.today['not-today'], ...reasons];
  const words = wrap(text.today.stopped, width);
  const judged = judgeStop(because, { assessment, day });
  if (judged.triage.level === 'none') return [...words, ...reasons];
  const ruleReasons = because
    .filter((id) => id.startsWith('D-'))
    .flatMap((id) => wrap(withId(reasonText(id), id), width, '   ', ' - '));
  return [...triageLines(createCheckReport(judged), screen), '', ...words, ...ruleReasons];
}

/** The check that leaves no programme, or what the signs behind a stop come to by the same rules. */
export function judgeStop(
  because: readonly string[],
  { assessment, day }: { readonly assessment: Assessment | undefined; readonly day: LocalDate },
): Assessment {
  return assessment !== undefined && assessment.programme === null ? assessment : assessSigns(because, day);
}

// Signs that came up after the check are judged by the same rules, with the more urgent reading (S-02).
function assessSigns(because: readonly string[], today: LocalDate): Assessment {
  const yes = because.filter((id) => questions.some((question) => question.id === id));
  return assess(
    { safety: { yes }, pain: { now: because.includes('S-PAIN') ? painThatWaits : 0, where: [] } },
    { catalogue, today },
  );
}

function reasonText(id: string): string {
  if (id === 'D-01') return text.today.stopSign;
  const action = questions.find((question) => question.id === id)?.actions.D;
  return [sentenceOf(id), action].filter((part) => part !== undefined).join('. ');
}
