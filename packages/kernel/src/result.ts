/** The outcome of something that can fail for reasons a person can meet. Bugs throw instead. */
export type Result<Value, Failure> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

/** A success that carries its value. */
export function ok<Value>(value: Value): Result<Value, never> {
  return { ok: true, value };
}

/** A failure that carries what is needed to explain it. */
export function err<Failure>(error: Failure): Result<never, Failure> {
  return { ok: false, error };
}
