import { fillTemplate, pluralForm, type PluralForms, type PluralRule, type TemplateValues } from '@psoas/kernel';
import { language } from '@psoas/knowledge/language';

const rules = new Intl.PluralRules(language.code);

/** Which kind of number a count is in the app's language. */
export const pluralRule: PluralRule = (number) => rules.select(number);

/** A text in the form that its number asks for, filled in; the number is its `{count}`. */
export function countText(forms: PluralForms, count: number, values: TemplateValues = {}): string {
  return fillTemplate(pluralForm(forms, count, pluralRule), { count, ...values });
}
