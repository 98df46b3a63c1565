import { flagIds, type FlagId } from '@psoas/core/safety';
import type { Question } from '@psoas/knowledge/types';
import { questions } from '@psoas/knowledge/questions';
import type { CheckDraft, DraftDetails } from './draft.ts';

/** The draft after a yes, with what was asked further. */
export function answerYes(draft: CheckDraft, question: Question, details: DraftDetails): CheckDraft {
  const id = flagIdOf(question.id);
  const yes = id === undefined || draft.yes.includes(id) ? draft.yes : [...draft.yes, id];
  return { ...draft, yes, details: { ...draft.details, ...details } };
}

/** The draft after a no. Its details go too, because a stated detail raises its flag by itself (S-10). */
export function answerNo(draft: CheckDraft, question: Question): CheckDraft {
  const yes = draft.yes.filter((id) => id !== question.id);
  const stillAsked = new Set(questions.filter(({ id }) => yes.some((one) => one === id)).flatMap(({ asks }) => asks.map(({ detail }) => detail)));
  const dropped = new Set(question.asks.map(({ detail }) => detail).filter((detail) => !stillAsked.has(detail)));
  return { ...draft, yes, details: Object.fromEntries(Object.entries(draft.details).filter(([detail]) => !dropped.has(detail))) };
}

/** The id as a flag's id; undefined for a text that is none. */
export function flagIdOf(id: string): FlagId | undefined {
  return flagIds.find((one) => one === id);
}
