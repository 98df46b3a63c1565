/** The ground floor: results, sides, calendar days, ports, and reading outside input. Pure. */
export { escapeMarkup } from './escape-markup.ts';
export { err, ok, type Result } from './result.ts';
export { otherSide, perSide, sides, sidesOrBoth, type PerSide, type Side } from './side.ts';
export { addDays, daysBetween, parseLocalDate, weekdayOf, type LocalDate, type LocalDateError } from './local-date.ts';
export type { Clock, IdSource } from './ports.ts';
export { clockText, fillTemplate, sidePlaces, type SideWord, type TemplateValues } from './text-template.ts';
export { pluralCategories, pluralForm, type PluralCategory, type PluralForms, type PluralRule } from './plural.ts';
export { byId } from './by-id.ts';
export { foundText, shortText } from './found-text.ts';
export { isDeeperThan, opensMoreThan } from './nesting.ts';
export { ownValue } from './own-value.ts';
export { readJson } from './read-json.ts';
export { isSameJson } from './same-json.ts';
export { isRecord, type Problem, type UnknownRecord } from './problem.ts';
export { createFieldReader, type FieldReader, type Need, type NumberRange } from './field-reader.ts';
