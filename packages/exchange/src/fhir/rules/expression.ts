import type { AnswerPlace } from '../link-ids.ts';

// FHIRPath knows "unknown": a comparison with an absent answer is neither true nor false. Every named expression ends
// in `iif`, which takes unknown as no, so that `not` may stand before its name.

/** The values of an answer. */
export function answerAt({ linkId, depth }: AnswerPlace): string {
  return `${itemAt({ linkId, depth })}.answer.value`;
}

/** The item itself: there also where it holds no answer. */
export function itemAt({ linkId, depth }: AnswerPlace): string {
  return `${Array.from({ length: depth }, () => 'item').join('.')}.where(linkId='${linkId}')`;
}

/** True where the answer is yes. */
export function isYes(place: AnswerPlace): string {
  return `${answerAt(place)} = true`;
}

/** True where the answer is no; an absent answer is not no. */
export function isNo(place: AnswerPlace): string {
  return `${answerAt(place)} = false`;
}

/** True where one of the chosen codes is one of these. */
export function isOneOf(place: AnswerPlace, codes: readonly string[]): string {
  return `${answerAt(place)}.code.intersect(${codes.map((code) => `'${code}'`).join(' | ')}).exists()`;
}

/** True where one of the conditions is. Without any condition it is false. */
export function anyOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'false' : conditions.map(grouped).join(' or ');
}

/** True where all of the conditions are. */
export function allOf(conditions: readonly string[]): string {
  return conditions.map(grouped).join(' and ');
}

/** True or false, never unknown. */
export function isTrue(condition: string): string {
  return choose(condition, 'true', 'false');
}

/** One or the other; an unknown condition takes the other. */
export function choose(condition: string, then: string, otherwise: string): string {
  return `iif(${condition}, ${then}, ${otherwise})`;
}

function grouped(condition: string): string {
  return / (?:and|or) /.test(condition) ? `(${condition})` : condition;
}
