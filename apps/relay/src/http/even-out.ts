/** Answers to strangers go out at multiples of so many milliseconds. */
const stepMillis = 50;

/**
 * [RE-02] How long an answer to a stranger still waits, in milliseconds: until the next step after the request came. A
 * feed that is there costs a look at its records, one that is not costs none; inside a step nobody sees which it was.
 */
export function evenOutMillis(takenMillis: number): number {
  return stepMillis - (takenMillis % stepMillis);
}
