/** The programme and the report as pages for paper (docs/spec/paper.md). */
export { planHandout, type Handout, type HandoutInput, type HandoutProblem } from './handout/plan-handout.ts';
export { handoutSheet } from './handout/handout-sheet.ts';
export type { HandoutLanguage } from './handout/handout-words.ts';
export { reportSheet, type ReportSheetInput } from './report/report-sheet.ts';
export type { ReportChartWords } from './report/report-charts.ts';
export type { PaperElement, PaperNode } from './element.ts';
export { paperCss } from './paper-css.ts';
export { paperHtml, type Sheet } from './paper-html.ts';
export { paperSizes, type PaperLook, type PaperSize } from './paper-look.ts';
