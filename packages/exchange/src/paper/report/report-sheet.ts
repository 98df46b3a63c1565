import type { Report, ReportPage, ReportSection } from '@psoas/core/progress';
import { block, element, textOf, type PaperElement } from '../element.ts';
import type { Sheet } from '../paper-html.ts';
import { sheetFrame } from '../sheet-frame.ts';
import { reportChart, type ReportChartWords } from './report-charts.ts';

/** What a report on paper is made from: its words, the numbers of its charts, and a name that the person gave for this page. */
export type ReportSheetInput = {
  readonly page: ReportPage;
  readonly report: Report;
  readonly words: ReportChartWords;
  /** Empty for none. */
  readonly name: string;
};

/** Characters from which smaller letters are needed for one page; measured on made pages. */
const manyCharacters = 3200;

/** [PA-08] The report as a page: the words of the screen and the terminal, with small charts. */
export function reportSheet({ page, report, words, name }: ReportSheetInput): Sheet {
  const sections = page.sections.map((section) => sectionBlock(section, reportChart(section.key, report, words)));
  const isDense = sections.reduce((total, section) => total + textOf(section).length, 0) > manyCharacters;
  return {
    title: page.title,
    body: sheetFrame({
      kind: 'report',
      title: name === '' ? page.title : `${page.title}: ${name}`,
      about: [page.made, page.what],
      content: [block('div', isDense ? 'paper-sections paper-dense' : 'paper-sections', sections)],
      foot: [page.disclaimer],
    }),
  };
}

function sectionBlock({ key, title, lines, table }: ReportSection, charts: readonly PaperElement[]): PaperElement {
  return block('section', `paper-section paper-of-${key}`, [
    element('h2', {}, [title]),
    ...(table === undefined ? [] : [sectionTable(title, table)]),
    ...(lines.length === 1 ? lines.map((line) => element('p', {}, [line])) : []),
    ...(lines.length > 1 ? [element('ul', {}, lines.map((line) => element('li', {}, [line])))] : []),
    ...charts,
  ]);
}

function sectionTable(title: string, { head, rows }: NonNullable<ReportSection['table']>): PaperElement {
  return element('table', { 'aria-label': title }, [
    element('thead', {}, [element('tr', {}, head.map((cell) => element('th', { scope: 'col' }, [cell])))]),
    element('tbody', {}, rows.map(([first = '', ...cells]) => element('tr', {}, [element('th', { scope: 'row' }, [first]), ...cells.map((cell) => element('td', {}, [cell]))]))),
  ]);
}
