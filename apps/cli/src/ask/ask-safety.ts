import type { LocalDate } from '@psoas/kernel';
import { parseAnswers } from '@psoas/core/answers';
import { isUrgent, screen } from '@psoas/core/safety';
import { groups, questions } from '@psoas/knowledge/questions';
import text from '@psoas/knowledge/text/cli';
import type { Question, QuestionGroup } from '@psoas/knowledge/types';
import { askDetails, type AskedDetails } from './ask-details.ts';
import { askSome } from './ask-some.ts';
import type { Prompter } from './prompter.ts';

/** A group's title with its line, if it has one. */
export function groupQuestion({ title, lead }: Pick<QuestionGroup, 'title' | 'lead'>): string {
  return lead === undefined ? title : `${title}: ${lead}`;
}

/** The safety part as far as it was asked. */
export type AskedSafety = {
  readonly yes: readonly string[];
  readonly details: AskedDetails;
  readonly isUrgent: boolean;
};

/** Asks the safety questions group by group. An A or B ends the asking at once (S-03). */
export async function askSafety(prompter: Prompter, today: LocalDate): Promise<AskedSafety> {
  prompter.title(text.check.safetyTitle);
  prompter.say(text.check.emergency);
  prompter.say(`${text.check.wayBack}\n${text.check.marking}`);
  let asked: AskedSafety = { yes: [], details: {}, isUrgent: false };
  for (const group of groups.toSorted((first, second) => first.order - second.order)) {
    const rows = questions
      .filter((question) => question.group === group.id)
      .toSorted((first, second) => first.order - second.order);
    const marked = await askSome(
      prompter,
      groupQuestion(group),
      rows.map(({ id, label }) => ({ value: id, label })),
    );
    for (const question of rows.filter(({ id }) => marked.includes(id))) {
      asked = await askFlag(prompter, question, asked, today);
      if (asked.isUrgent) return asked;
    }
  }
  return asked;
}

// A marked line is only a line: it counts once the whole question is answered with yes.
async function askFlag(
  prompter: Prompter,
  question: Question,
  asked: AskedSafety,
  today: LocalDate,
): Promise<AskedSafety> {
  const answer = await prompter.one(question.question, [
    { value: 'yes', label: text.check.yes },
    { value: 'no', label: text.check.no },
  ]);
  if (answer === 'no') return asked;
  const yes = [...asked.yes, question.id];
  const details = await askDetails(prompter, question.asks, asked.details);
  const { level } = screen(parseAnswers({ safety: { yes, details } }), today);
  return { yes, details, isUrgent: isUrgent(level) };
}
