import type { Question } from '@psoas/knowledge/types';
import type { Ask } from './ask-field.tsx';

/** What a question still asks, given the fields answered so far: a week of pregnancy answers for the birth as well. */
export function asksNow({ asks }: Question, answered: { readonly has: (key: string) => boolean }): readonly Ask[] {
  return answered.has('pregnancy.weeks') ? asks.filter(({ detail }) => detail !== 'birth') : asks;
}
