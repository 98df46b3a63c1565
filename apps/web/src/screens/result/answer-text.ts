import { fillTemplate, sidePlaces, type Side } from '@psoas/kernel';
import type { Answers } from '@psoas/core/answers';
import type { TraceEntry } from '@psoas/core/selfcheck';
import { checks } from '@psoas/knowledge/checks';
import checkText from '@psoas/knowledge/text/check';
import text from '@psoas/knowledge/text/result';

/** The name of a test. */
export function testName(test: TraceEntry['test']): string {
  return test === 'result' ? text.why.sum : (checks.find(({ answerKey }) => answerKey === test)?.name ?? test);
}

/** What was answered for a test on a side, in the words of its choices: the first in full, the others in brief. */
export function answerText({ test, answer, thighDegrees }: TraceEntry, side: Side, answers: Answers | undefined): string {
  if (thighDegrees !== undefined) return fillTemplate(text.why.thigh, { degrees: Math.abs(thighDegrees), where: thighDegrees > 0 ? text.why.above : text.why.below });
  const given = test === 'halfKneeling' ? answers?.tests.halfKneeling[side] : test === 'kneeLift' ? answers?.tests.kneeLift[side] : undefined;
  if (given === undefined) return answer;
  const check = checks.find(({ answerKey }) => answerKey === test);
  const values: readonly (readonly [string, unknown])[] = Object.entries(given);
  const labels = values.flatMap(([field, value]) => (check?.answers.find((item) => item.field === field)?.choices ?? []).filter((choice) => choice.value === value).map(({ label }) => label));
  const words = labels.map((label, index) => (index === 0 ? label : (label.split(':')[0] ?? label).toLowerCase()));
  return fillTemplate(words.join(', '), sidePlaces(side, checkText.tests));
}
