import type fc from 'fast-check';

/** What became of an input. */
export type Entered = 'taken' | 'refused';

/** A place where bytes or texts come in from outside. */
export type Door = {
  readonly id: string;
  /** Inputs to be damaged, spliced and repeated; most of them whole. */
  readonly seeds: readonly Uint8Array[];
  /** Inputs made from the ground up, in the form that the door expects. */
  readonly made: fc.Arbitrary<Uint8Array>;
  /** Large inputs that would break a careless reader; each is tried once. */
  readonly bombs: readonly Uint8Array[];
  /** Lets an input in. Throws where it is answered by anything but a value, or by a refusal that says nothing. */
  readonly enter: (input: Uint8Array) => Entered;
};

/** Signs of the longest sentence that says why something is refused. */
const longestReason = 4000;

/** Judges the sentence of a refusal: it has to say something, and no more than a person would read. */
export function refusedBy(reason: string): Entered {
  if (reason.trim() === '') throw new Error('refused without a word');
  if (reason.length > longestReason) throw new Error(`refused in ${reason.length} signs: ${reason.slice(0, 60)}`);
  return 'refused';
}

/** Judges a result whose failure is for programs: it has to be plain and to name what is wrong. */
export function enteredBy(result: { readonly ok: boolean; readonly error?: unknown }): Entered {
  return result.ok ? 'taken' : refusedBy((JSON.stringify(result.error) ?? '').slice(0, longestReason));
}

/** The bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The text of bytes, as every reader of ours decodes it. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
