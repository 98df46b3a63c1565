import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** The room of a chart, and the size of its letters: both in CSS pixels. */
export type ChartBox = { readonly width: number; readonly rem: number };

const firstGuess: ChartBox = { width: 340, rem: 16 };

/** Measures the room of a chart, and again whenever it changes, so that letters stay as large as the person has them. */
export function useChartBox(ref: RefObject<HTMLElement | null>): ChartBox {
  const [box, setBox] = useState(firstGuess);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void => {
      const width = Math.round(element.clientWidth);
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      if (width > 0) setBox((before) => (before.width === width && before.rem === rem ? before : { width, rem }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return box;
}
