/**
 * What is wrong with one field of outside input. The numbers and words needed to explain it are inside; the
 * sentence for people is made at the edge.
 */
export type Problem = {
  /** Path of the field, such as `tests.halfKneeling.left.felt`. */
  readonly field: string;
  readonly kind: 'missing' | 'not-allowed' | 'unknown-field' | 'contradiction';
  /** What would be accepted, in words or as a list of values. */
  readonly allowed: string;
  /** What was found, shortened; absent when nothing was there. */
  readonly found?: string;
};

/** Outside input after a look at its type: an object whose fields are still unknown. */
export type UnknownRecord = { readonly [key: string]: unknown };

/** Whether a value is a plain object (no list, not null). */
export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
