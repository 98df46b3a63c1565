import { ownValue } from '@psoas/kernel';
import { modifiers, questions } from '@psoas/knowledge/questions';
import rulesText from '@psoas/knowledge/text/rules';

const sentenceByRule: { readonly [id: string]: string } = rulesText.rules;

/** A reason of the programme in words: a rule's sentence, a flag's or a modifier's label. Claims have none here. */
export function sentenceOf(id: string): string | undefined {
  return (
    ownValue(sentenceByRule, id) ??
    questions.find((question) => question.id === id)?.label ??
    modifiers.find((modifier) => modifier.id === id)?.effect
  );
}

/** A sentence with the id that it stands for behind it: who reads needs the words, who looks it up the id. */
export function withId(sentence: string, id: string): string {
  return `${sentence} (${id})`;
}

/** Whether a reason names a claim. */
export function isClaim(id: string): boolean {
  return /^C\d+$/.test(id);
}
