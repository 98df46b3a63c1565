/** The kinds of number that languages tell apart, by the names of the Unicode CLDR: https://cldr.unicode.org/index/cldr-spec/plural-rules */
export const pluralCategories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/** A kind of number. English has `one` and `other`, Chinese only `other`. */
export type PluralCategory = (typeof pluralCategories)[number];

/** A text in the forms that the numbers of its language ask for. `other` stands for every kind that is not named. */
export type PluralForms = { readonly other: string } & { readonly [category in PluralCategory]?: string };

/** Which kind of number a count is, in the language of the reader. The edge has it from `Intl.PluralRules`. */
export type PluralRule = (count: number) => PluralCategory;

/** The form of a text for a count. */
export function pluralForm(forms: PluralForms, count: number, rule: PluralRule): string {
  return forms[rule(count)] ?? forms.other;
}
