import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/progress';
import { ChartTable, type ChartTableProps } from './chart-table.tsx';
import { isCursorKey, moveCursor, nearestMark, type ChartMark } from './move-cursor.ts';
import { useChartBox, type ChartBox } from './use-chart-box.ts';
import './chart.css';

/** A chart as drawn into its room. */
export type Plot = { readonly height: number; readonly marks: readonly ChartMark[]; readonly shapes: ComponentChildren };

/** What every chart has besides its drawing. */
export type ChartFrameProps = {
  readonly title: string;
  /** What is shown, in one sentence. */
  readonly sentence?: string;
  readonly unit?: string;
  /** What can be said about it, below. */
  readonly said?: readonly string[];
  /** Said instead of a drawing, when there is nothing to draw. */
  readonly empty?: string;
  readonly table: Omit<ChartTableProps, 'caption'>;
  /** For paper: nothing to press, and no table. */
  readonly isStill?: boolean;
};

/** A chart: one stop of the tab key, arrows from point to point, each point spoken and written below, and a table. */
export function ChartFrame({ title, sentence, said = [], empty, table, isStill = false, plot }: ChartFrameProps & { readonly plot: (box: ChartBox) => Plot }): JSX.Element {
  const id = useId();
  return (
    <figure class="chart" aria-labelledby={id}>
      <figcaption class="chart-head">
        <h3 id={id}>{title}</h3>
        {sentence !== undefined && <p class="small soft">{sentence}</p>}
      </figcaption>
      {empty === undefined ? <ChartPlot title={title} plot={plot} isStill={isStill} /> : <p class="chart-empty">{empty}</p>}
      {said.map((line) => (
        <p key={line} class="small chart-said">
          {line}
        </p>
      ))}
      {!isStill && empty === undefined && <ChartTable caption={title} {...table} />}
    </figure>
  );
}

type ChartPlotProps = { readonly title: string; readonly isStill: boolean; readonly plot: (box: ChartBox) => Plot };

function ChartPlot({ title, isStill, plot }: ChartPlotProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const box = useChartBox(place);
  const [cursor, setCursor] = useState<number>();
  const { height, marks, shapes } = plot(box);
  const mark = cursor === undefined ? undefined : marks[cursor];
  const drawing = (
    <svg class="chart-svg" viewBox={`0 0 ${box.width} ${height}`} aria-hidden="true" focusable="false">
      {shapes}
      {mark !== undefined && <circle class="chart-cursor" cx={mark.x} cy={mark.y} r={0.55 * box.rem} />}
    </svg>
  );
  if (isStill)
    return (
      <div ref={place} class="chart-plot">
        {drawing}
      </div>
    );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isCursorKey(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setCursor(moveCursor(marks, cursor, event.key));
  };
  const point = (event: PointerEvent): void => {
    const bounds = place.current?.getBoundingClientRect();
    if (bounds !== undefined) setCursor(nearestMark(marks, event.clientX - bounds.left, event.clientY - bounds.top));
  };
  return (
    <>
      {/* An application, so that screen readers hand the arrow keys on; the table below holds the same for everybody. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={place}
        class="chart-plot"
        role="application"
        aria-roledescription={text.chart.role}
        aria-label={`${title}. ${text.chart.hint}`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is moved through by keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        onPointerDown={point}
        onPointerMove={(event) => event.pointerType === 'mouse' && point(event)}
      >
        {drawing}
      </div>
      <p class="chart-readout small" aria-live="polite">
        {mark?.spoken ?? <span class="soft">{text.chart.hintShown}</span>}
      </p>
    </>
  );
}
