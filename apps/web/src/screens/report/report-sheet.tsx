import type { JSX } from 'preact';
import type { Report, ReportPage, ReportSection } from '@psoas/core/progress';
import { ReportCharts } from './report-charts.tsx';

type ReportSheetProps = { readonly page: ReportPage; readonly report: Report };

/** The report on the screen; paper gets the same words from `@psoas/exchange/paper`. */
export function ReportSheet({ page, report }: ReportSheetProps): JSX.Element {
  return (
    <article class="sheet" aria-label={page.title}>
      <header class="sheet-head">
        <p class="sheet-title">{page.title}</p>
        <p>{page.made}</p>
        <p class="sheet-what">{page.what}</p>
      </header>
      <div class="sheet-columns">
        {page.sections.map((section) => (
          <SheetSection key={section.key} section={section} report={report} />
        ))}
      </div>
      <footer class="sheet-foot">{page.disclaimer}</footer>
    </article>
  );
}

function SheetSection({ section, report }: { readonly section: ReportSection; readonly report: Report }): JSX.Element {
  const { key, title, lines, table } = section;
  return (
    <section class={`sheet-section sheet-${key}`}>
      <h2>{title}</h2>
      {table !== undefined && <SheetTable title={title} table={table} />}
      {lines.length === 1 && <p>{lines[0]}</p>}
      {lines.length > 1 && (
        <ul>
          {lines.map((line, index) => (
            <li key={`${index}:${line}`}>{line}</li>
          ))}
        </ul>
      )}
      <ReportCharts section={key} report={report} />
    </section>
  );
}

function SheetTable({ title, table }: { readonly title: string; readonly table: NonNullable<ReportSection['table']> }): JSX.Element {
  return (
    <table>
      <caption class="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {table.head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([first, ...cells], row) => (
          <tr key={row}>
            <th scope="row">{first}</th>
            {cells.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
