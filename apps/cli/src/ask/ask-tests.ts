import { fillTemplate, otherSide, sides, type PerSide, type Side } from '@psoas/kernel';
import type { CheckKey } from '@psoas/core/catalogue';
import { checks } from '@psoas/knowledge/checks';
import text from '@psoas/knowledge/text/cli';
import type { Check } from '@psoas/knowledge/types';
import { askOptionalNumber } from './ask-number.ts';
import type { Prompter } from './prompter.ts';

/** What may be tried: by side, and above 90 degrees. */
export type TestOffer = {
  readonly offered: PerSide<readonly CheckKey[]>;
  readonly aboveNinety: PerSide<boolean>;
};
type SideAnswer = { readonly [field: string]: unknown };
type AskedTests = { readonly [key: string]: { readonly [side: string]: SideAnswer } };

const notTried: { readonly [key in CheckKey]: SideAnswer } = {
  halfKneeling: { felt: 'not-tried' },
  kneeLift: { result: 'not-tried' },
  thomas: {},
  seatedLifts: {},
};

/** No test at all: what a person answers who is to see a clinician first. */
export const noTests: AskedTests = {
  halfKneeling: { left: notTried.halfKneeling, right: notTried.halfKneeling },
  kneeLift: { left: notTried.kneeLift, right: notTried.kneeLift },
};

/** Guides through the self-tests that are offered, one side after the other. */
export async function askTests(prompter: Prompter, offer: TestOffer): Promise<AskedTests> {
  prompter.title(text.check.testsTitle);
  let tests: AskedTests = {};
  for (const check of checks.toSorted((first, second) => Number(first.optional) - Number(second.optional))) {
    const isOffered = sides.some((side) => offer.offered[side].includes(check.answerKey));
    if (check.optional && (!isOffered || !(await wants(prompter, check)))) continue;
    let bySide: { readonly [side: string]: SideAnswer } = {};
    for (const side of sides) {
      const answer = await askSide(prompter, check, side, offer);
      if (Object.keys(answer).length > 0) bySide = { ...bySide, [side]: answer };
    }
    if (Object.keys(bySide).length > 0) tests = { ...tests, [check.answerKey]: bySide };
  }
  return tests;
}

async function wants(prompter: Prompter, { name }: Check): Promise<boolean> {
  const answer = await prompter.one(fillTemplate(text.check.optionalTest, { name }), [
    { value: 'no', label: text.check.no },
    { value: 'yes', label: text.check.yes },
  ]);
  return answer === 'yes';
}

async function askSide(
  prompter: Prompter,
  check: Check,
  side: Side,
  { offered, aboveNinety }: TestOffer,
): Promise<SideAnswer> {
  const words = {
    name: check.name,
    side: text.check.sides[side],
    target: text.check.sides[side],
    other: text.check.sides[otherSide(side)],
  };
  if (!offered[side].includes(check.answerKey)) {
    prompter.say(fillTemplate(text.check.testLeftOut, words));
    return notTried[check.answerKey];
  }
  prompter.title(fillTemplate(text.check.testSide, words));
  prompter.say(check.instructions.map((line) => ` - ${fillTemplate(line.text, words)}`).join('\n'));
  const start = await prompter.one(fillTemplate(text.check.ready, { seconds: check.seconds }), [
    { value: 'start', label: text.check.start },
    { value: 'skip', label: text.check.skipTest },
  ]);
  if (start === 'skip') return notTried[check.answerKey];
  await prompter.countDown(check.seconds, (seconds) =>
    seconds === 0 ? text.check.timerDone : fillTemplate(text.check.timer, { seconds }),
  );
  let answers: SideAnswer = {};
  for (const question of check.answers) {
    const isAsked =
      question.onlyWhen === undefined ||
      question.onlyWhen.is.includes(String(answers[question.onlyWhen.field]));
    if (!isAsked || (question.field === 'aboveNinety' && !aboveNinety[side])) continue;
    const answer = await askAnswer(prompter, question, words);
    if (answer !== undefined) answers = { ...answers, [question.field]: answer };
  }
  return answers;
}

type Words = { readonly target: string; readonly other: string };

async function askAnswer(
  prompter: Prompter,
  { kind, question, choices = [], unit }: Check['answers'][number],
  words: Words,
): Promise<unknown> {
  const asked = fillTemplate(question, words);
  if (kind === 'number')
    return askOptionalNumber(prompter, unit === undefined ? asked : `${asked} (${unit})`, {
      min: -60,
      max: 500,
    });
  if (kind === 'yes-no') {
    const answer = await prompter.one(asked, [
      { value: 'yes', label: text.check.yes },
      { value: 'no', label: text.check.no },
    ]);
    return answer === 'yes';
  }
  const options = choices.map(({ value, label }) => ({ value, label: fillTemplate(label, words) }));
  const first = await prompter.one<string>(asked, options);
  const cue = choices.find(({ value }) => value === first)?.retryCue;
  if (cue === undefined) return first;
  // Once more with the cue; the second answer counts.
  prompter.say(fillTemplate(cue, words));
  return prompter.one<string>(asked, options);
}
