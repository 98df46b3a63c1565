/** What a fit may turn, and what it should make zero. */
export type Fit = {
  /** Start values; the result is written back. */
  readonly values: Float64Array;
  /** The places of the values that may change, each with the price of a change by 1. */
  readonly free: readonly {
    readonly index: number;
    readonly price: number;
    readonly min: number;
    readonly max: number;
  }[];
  /** Errors at the given values; every call gives as many. */
  readonly errorsAt: (values: Float64Array) => readonly number[];
};

const step = 1e-5;
const rounds = 25;

/**
 * Changes the free values as little as their prices ask so that the errors vanish as far as they can: damped
 * Gauss-Newton with differences, for a dozen values. Deterministic.
 */
export function fitLeastSquares({ values, free, errorsAt }: Fit): void {
  const start = free.map(({ index }) => values[index] ?? 0);
  for (let round = 0; round < rounds; round += 1) {
    const errors = errorsAt(values);
    const slopes = free.map(({ index }) => {
      const before = values[index] ?? 0;
      values[index] = before + step;
      const moved = errorsAt(values);
      values[index] = before;
      return errors.map((error, row) => ((moved[row] ?? 0) - error) / step);
    });
    const normal = free.map((one, i) => {
      const row = free.map((_, j) => dot(slopes[i] ?? [], slopes[j] ?? []));
      row[i] = (row[i] ?? 0) + one.price + 1e-9;
      return row;
    });
    const right = free.map(
      ({ index, price }, i) =>
        -dot(slopes[i] ?? [], errors) - price * ((values[index] ?? 0) - (start[i] ?? 0)),
    );
    const change = solve(normal, right);
    let largest = 0;
    for (const [i, { index, min, max }] of free.entries()) {
      const move = Math.max(-0.3, Math.min(0.3, change[i] ?? 0));
      const next = Math.max(min, Math.min(max, (values[index] ?? 0) + move));
      largest = Math.max(largest, Math.abs(next - (values[index] ?? 0)));
      values[index] = next;
    }
    if (largest < 1e-6) return;
  }
}

function dot(first: readonly number[], second: readonly number[]): number {
  return first.reduce((sum, value, index) => sum + value * (second[index] ?? 0), 0);
}

/** Solves a small symmetric positive system by elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const size = right.length;
  for (const [pivot, row] of matrix.entries()) {
    const head = row[pivot] ?? 1;
    for (let below = pivot + 1; below < size; below += 1) {
      const other = matrix[below] ?? [];
      const factor = (other[pivot] ?? 0) / head;
      if (factor === 0) continue;
      for (let column = pivot; column < size; column += 1)
        other[column] = (other[column] ?? 0) - factor * (row[column] ?? 0);
      right[below] = (right[below] ?? 0) - factor * (right[pivot] ?? 0);
    }
  }
  const answer = right.map(() => 0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const line = matrix[row] ?? [];
    let sum = right[row] ?? 0;
    for (let column = row + 1; column < size; column += 1) sum -= (line[column] ?? 0) * (answer[column] ?? 0);
    answer[row] = sum / (line[row] ?? 1);
  }
  return answer;
}
