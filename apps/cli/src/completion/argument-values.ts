import { measuredTests } from '@psoas/core/diary';
import { diaryTables } from '@psoas/exchange/csv';
import { articleHeads } from '@psoas/knowledge/articles';
import { claims } from '@psoas/knowledge/claims';
import { exercises } from '@psoas/knowledge/exercises';
import { faq } from '@psoas/knowledge/faq';
import { sources } from '@psoas/knowledge/sources';
import type text from '@psoas/knowledge/text/cli';
import { exportForms, proposalAnswers, shells } from '../choices.ts';
import { choiceOf, file, ownText, type Choice, type Completed, type CompletedArgument } from './completed.ts';

/** What a shell offers for the words behind a command, by the name of the argument. */
export const argumentValues: { readonly [argument in keyof (typeof text)['arguments']]: CompletedArgument } = {
  // Sessions, shares and people stand in a diary, and a script reads none.
  session: { first: ownText },
  measuredTest: { first: choiceOf(measuredTests) },
  exercise: { first: named(exercises.map(({ id, name }) => ({ value: id, text: name }))) },
  form: { first: choiceOf(exportForms), second: { kind: 'by-first', byFirst: { csv: choiceOf(diaryTables), fit: choiceOf(['done']) } } },
  copy: { first: file },
  topic: { first: named(articleHeads.map(({ id, title }) => ({ value: id, text: title }))) },
  faq: { first: named(faq.map(({ id, question }) => ({ value: id, text: question }))) },
  claim: { first: choiceOf(claims.map(({ id }) => id)) },
  source: { first: choiceOf(sources.map(({ id }) => id)) },
  motion: { first: file },
  device: { first: ownText },
  share: { first: ownText },
  shareOrAll: { first: ownText },
  answer: { first: ownText, second: choiceOf(proposalAnswers) },
  proposal: { first: ownText, second: choiceOf(proposalAnswers) },
  client: { first: ownText },
  shell: { first: choiceOf(shells) },
};

function named(choices: readonly Choice[]): Completed {
  return { kind: 'choice', choices };
}
