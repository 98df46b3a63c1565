import pg from 'pg';

/** How often a change is tried where another relay was faster. */
const tries = 8;

/** SQLSTATE of "somebody else was faster": unique violation, serialization failure, deadlock. */
const beatenCodes: ReadonlySet<unknown> = new Set(['23505', '40001', '40P01']);

/** Runs a transaction, again where somebody else was faster. */
export async function retryBeaten<Value>(run: () => Promise<Value>): Promise<Value> {
  for (let count = 1; ; count += 1) {
    try {
      return await run();
    } catch (error) {
      if (count >= tries || !isBeaten(error)) throw error;
    }
  }
}

/** Whether a transaction failed because somebody else was faster. */
export function isBeaten(error: unknown): boolean {
  return error instanceof pg.DatabaseError && beatenCodes.has(error.code);
}
