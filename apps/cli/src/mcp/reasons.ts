import { claims } from '@psoas/knowledge/claims';
import { z } from 'zod';
import { isClaim, sentenceOf } from '../reason-text.ts';

/** Why something is as it is: the id of a rule, flag, modifier or claim, and its sentence. */
export const reason = z.object({ id: z.string(), text: z.string() });
export type Reason = z.infer<typeof reason>;

/** The reasons behind ids, each once, in their order. */
export function reasonsOf(ids: readonly string[]): Reason[] {
  return [...new Set(ids)].map((id) => ({ id, text: textOf(id) }));
}

function textOf(id: string): string {
  return (isClaim(id) ? claims.find((claim) => claim.id === id)?.wording : sentenceOf(id)) ?? id;
}
