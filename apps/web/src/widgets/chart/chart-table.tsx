import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/progress';

/** The numbers of a chart: a head, and rows whose first cell names the row. */
export type ChartTableProps = { readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** The same numbers as a table, folded away until somebody wants it. Newest first. */
export function ChartTable({ caption, head, rows }: ChartTableProps): JSX.Element {
  return (
    <details class="more chart-table no-print">
      <summary>
        {text.chart.table}
        <span class="visually-hidden">: {caption}</span>
      </summary>
      <div class="chart-table-body">
        <table class="table">
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.toReversed().map(([first, ...cells], index) => (
              <tr key={`${first ?? ''}:${index}`}>
                <th scope="row">{first}</th>
                {cells.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
