/** What a person answers, and how it is read from outside. */
export type * from './answers.ts';
export { parseAnswers, type ParsedAnswers } from './parse-answers.ts';
export * from './vocabulary.ts';
