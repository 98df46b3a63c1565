import { fillTemplate } from '@psoas/kernel';
import { flagIds, type FlagId } from '@psoas/core/safety';
import {
  nextDayComparisons,
  nextDayEffect,
  sorenessKinds,
  type NextDayAnswer,
  type Run,
  type ShortSafetyAnswers,
} from '@psoas/core/diary';
import { groups, questions } from '@psoas/knowledge/questions';
import text from '@psoas/knowledge/text/cli';
import labels from '@psoas/knowledge/text/today';
import { groupQuestion } from '../ask/ask-safety.ts';
import { askNumber } from '../ask/ask-number.ts';
import { askSome, choicesFrom } from '../ask/ask-some.ts';
import { askWithWayBack } from '../ask/ask-with-way-back.ts';
import type { Prompter } from '../ask/prompter.ts';

const words = labels.nextDay;

/** The group that is asked in full before each session. */
const alwaysAsked = 'right-now';

/** The short safety form: what is new, and pain at rest. A marked line counts once its whole question has a yes. */
export function askShortSafety(prompter: Prompter): Promise<ShortSafetyAnswers> {
  return askWithWayBack(prompter, askForm);
}

async function askForm(prompter: Prompter): Promise<ShortSafetyAnswers> {
  prompter.title(text.session.safetyTitle);
  const now = await askSigns(prompter, alwaysAsked, `${labels.before.title} ${labels.before.lead}`);
  const others = now.length > 0 ? [] : await askOthers(prompter);
  const painNow = await askNumber(prompter, text.check.painNow, { min: 0, max: 10 });
  return { newSigns: [...now, ...others], painNow };
}

// The other groups only after a yes: the usual answer is one key.
async function askOthers(prompter: Prompter): Promise<readonly FlagId[]> {
  const others = groups
    .filter(({ id }) => id !== alwaysAsked)
    .toSorted((first, second) => first.order - second.order);
  const answer = await prompter.one(
    fillTemplate(text.session.anyNew, { groups: others.map(({ title }) => title.toLowerCase()).join(', ') }),
    [
      { value: 'no', label: text.check.no },
      { value: 'yes', label: text.check.yes },
    ],
  );
  if (answer === 'no') return [];
  let signs: readonly FlagId[] = [];
  for (const group of others)
    signs = [...signs, ...(await askSigns(prompter, group.id, groupQuestion(group)))];
  return signs;
}

async function askSigns(prompter: Prompter, group: string, title: string): Promise<readonly FlagId[]> {
  const rows = questions
    .filter((question) => question.group === group)
    .toSorted((first, second) => first.order - second.order);
  const marked = await askSome(
    prompter,
    title,
    rows.map(({ id, label }) => ({ value: id, label })),
  );
  const yes: string[] = [];
  for (const row of rows.filter(({ id }) => marked.includes(id))) {
    const answer = await prompter.one(row.question, [
      { value: 'yes', label: text.check.yes },
      { value: 'no', label: text.check.no },
    ]);
    if (answer === 'yes') yes.push(row.id);
  }
  return flagIds.filter((id) => yes.includes(id));
}

/** [D-03] The question of the day after. */
export function askNextDay(prompter: Prompter, { run }: Run): Promise<NextDayAnswer> {
  return askWithWayBack(prompter, (asked) => askComparison(asked, run));
}

async function askComparison(prompter: Prompter, run: string): Promise<NextDayAnswer> {
  prompter.title(text.session.nextDayTitle);
  const comparedWithBefore = await prompter.one(
    text.session.nextDay,
    choicesFrom(text.session.comparisons, nextDayComparisons),
  );
  const painNow = await askNumber(prompter, text.check.painNow, { min: 0, max: 10 });
  prompter.say(words.sorenessLead);
  const soreness = await prompter.one(words.soreness, choicesFrom(words.sorenessKinds, sorenessKinds));
  const answer: NextDayAnswer = { run, comparedWithBefore, painNow, soreness };
  prompter.say(words.effects[nextDayEffect(answer)]);
  return answer;
}
