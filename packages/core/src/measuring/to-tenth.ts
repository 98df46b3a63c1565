/** Rounded to a tenth; nothing that is measured at home is finer. */
export function toTenth(value: number): number {
  // Adding zero keeps a value that rounds to nothing from being a negative zero.
  return Math.round(value * 10) / 10 + 0;
}
