/** The space that something takes in the picture, in centimetres. */
export type Bounds = { left: number; top: number; right: number; bottom: number };

/** Bounds of nothing yet. */
function noBounds(): Bounds {
  return { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
}

/** The two decimals of a number, by hundredths. */
const decimals = Array.from({ length: 100 }, (_, hundredths) =>
  hundredths === 0 ? '' : `.${String(hundredths).padStart(2, '0').replace(/0$/, '')}`,
);

/** A number with at most two decimals. Whole numbers and a table are twice as fast as the language's own way. */
function numberText(value: number): string {
  const hundredths = Math.round(value * 100);
  if (hundredths < 0) {
    const whole = Math.trunc(-hundredths / 100);
    return `-${whole}${decimals[-hundredths - 100 * whole] ?? Number.NaN}`;
  }
  const whole = Math.trunc(hundredths / 100);
  return `${whole}${decimals[hundredths - 100 * whole] ?? Number.NaN}`;
}

/** Writes SVG path data and keeps the bounds of all that it wrote. */
export type Pen = {
  readonly bounds: Bounds;
  readonly move: (x: number, y: number) => void;
  readonly line: (x: number, y: number) => void;
  /** A cubic curve from where the pen is: two handles, as x, y pairs, and the end. */
  readonly curve: (
    first: readonly [number, number],
    second: readonly [number, number],
    end: readonly [number, number],
  ) => void;
  readonly close: () => void;
  /** What was written since the last `take`. */
  readonly take: () => string;
};

/** A pen with an empty sheet. */
export function createPen(): Pen {
  const bounds = noBounds();
  let text = '';
  const point = (x: number, y: number): string => {
    if (x < bounds.left) bounds.left = x;
    if (x > bounds.right) bounds.right = x;
    if (y < bounds.top) bounds.top = y;
    if (y > bounds.bottom) bounds.bottom = y;
    return `${numberText(x)} ${numberText(y)}`;
  };
  return {
    bounds,
    move: (x, y) => {
      text += `M${point(x, y)}`;
    },
    line: (x, y) => {
      text += `L${point(x, y)}`;
    },
    curve: (first, second, end) => {
      text += `C${point(first[0], first[1])} ${point(second[0], second[1])} ${point(end[0], end[1])}`;
    },
    close: () => {
      text += 'Z';
    },
    take: () => {
      const written = text;
      text = '';
      return written;
    },
  };
}
