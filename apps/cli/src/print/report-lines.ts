import type { ReportPage, ReportSection } from '@psoas/core/progress';
import type { Screen } from '../io.ts';
import { columns, stylesOf, textWidth, widthOf, wrap } from './layout.ts';

/** The page for a clinician or coach as lines. */
export function reportLines({ title, made, what, sections, disclaimer }: ReportPage, screen: Screen): readonly string[] {
  const width = textWidth(screen);
  const { strong, faint } = stylesOf(screen);
  return [
    strong(title),
    ...wrap(made, width),
    ...wrap(what, width).map(faint),
    ...sections.flatMap((section) => ['', strong(section.title), ...tableLines(section, width), ...itemLines(section, width)]),
    '',
    ...wrap(disclaimer, width).map(faint),
  ];
}

function itemLines({ lines }: ReportSection, width: number): readonly string[] {
  return lines.flatMap((line) => (lines.length === 1 ? wrap(line, width, '  ') : wrap(line, width, '   ', ' - ')));
}

// Where the columns do not fit, each row becomes a small list under its first cell.
function tableLines({ table }: ReportSection, width: number): readonly string[] {
  if (table === undefined) return [];
  const aligned = columns([table.head, ...table.rows]).map((line) => `  ${line}`);
  if (aligned.every((line) => widthOf(line) <= width)) return aligned;
  return table.rows.flatMap(([first = '', ...cells]) => [
    ...wrap(first, width, '  '),
    ...cells.flatMap((cell, index) => wrap(`${table.head[index + 1] ?? ''}: ${cell}`, width, '       ', '     - ')),
  ]);
}
