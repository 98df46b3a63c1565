/** A number with its sign and one decimal; what rounds to zero has none. */
export function signed(value: number, decimals = 1): string {
  const shown = Math.abs(value).toFixed(decimals);
  if (Number(shown) === 0) return shown;
  return value > 0 ? `+${shown}` : `-${shown}`;
}
