import { fillTemplate, pluralForm, type PluralForms, type TemplateValues } from '@psoas/kernel';
import { language } from '@psoas/knowledge/language';

const rules = new Intl.PluralRules(language.code);

/** A text in the form that its number asks for, filled in; the number is its `{count}`. */
export function countText(forms: PluralForms, count: number, values: TemplateValues = {}): string {
  return fillTemplate(
    pluralForm(forms, count, (number) => rules.select(number)),
    { count, ...values },
  );
}
