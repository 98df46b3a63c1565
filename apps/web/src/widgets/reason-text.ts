import type { Urgency } from '@psoas/core/safety';
import { ownValue } from '@psoas/kernel';
import { modifiers, questions } from '@psoas/knowledge/questions';
import rulesText from '@psoas/knowledge/text/rules';

/** A reason in words: a rule, a flag, a circumstance. Undefined for ids that are looked up elsewhere, such as claims. */
export function reasonText(id: string): string | undefined {
  const rules: Readonly<Record<string, string>> = rulesText.rules;
  return (
    ownValue(rules, id) ??
    modifiers.find((modifier) => modifier.id === id)?.effect ??
    questions.find((question) => question.id === id)?.label
  );
}

/** The short name of a flag or a circumstance, as its row in the check shows it. */
export function reasonLabel(id: string): string {
  return (
    questions.find((question) => question.id === id)?.label ??
    modifiers.find((modifier) => modifier.id === id)?.label ??
    id
  );
}

/** What to do about a flag at a level. */
export function reasonAction(id: string, level: Urgency): string | undefined {
  return (
    questions.find((question) => question.id === id)?.actions[level] ??
    (level === 'D' ? modifiers.find((modifier) => modifier.id === id)?.effect : undefined)
  );
}

/** Whether an id names a claim of the articles. */
export function isClaim(id: string): boolean {
  return /^C\d{3}$/.test(id);
}
