import type { CheckKey } from '@psoas/core/catalogue';
import type { Side } from '@psoas/kernel';

/** Where an answer stands in the questionnaire: its link id, and under how many groups. */
export type AnswerPlace = { readonly linkId: string; readonly depth: number };

/** About the person and the week. */
export function aboutPlace(field: string): AnswerPlace {
  return { linkId: `about.${field}`, depth: 2 };
}

/** A safety question; it stands in the group that a person sees. */
export function flagPlace(id: string): AnswerPlace {
  return { linkId: `safety.${id}`, depth: 3 };
}

/** All details of one name, such as those of a hip replacement. */
export function detailGroupPlace(detail: string): AnswerPlace {
  return { linkId: `safety.details.${detail}`, depth: 3 };
}

/** A detail that is asked after a yes. */
export function detailPlace(detail: string, field: string): AnswerPlace {
  return { linkId: `safety.details.${detail}.${field}`, depth: 4 };
}

/** A clinician's word: `said` where it covers what is marked in this check, or `flags`, `date` and `until`. */
export function wordPlace(field: 'said' | 'flags' | 'date' | 'until'): AnswerPlace {
  return { linkId: `safety.word.${field}`, depth: 3 };
}

/** Pain now, and where. */
export function painPlace(field: 'now' | 'where'): AnswerPlace {
  return { linkId: `pain.${field}`, depth: 2 };
}

/** One answer of one side of a self-test. */
export function testPlace(test: CheckKey, side: Side, field: string): AnswerPlace {
  return { linkId: `tests.${test}.${side}.${field}`, depth: 4 };
}
