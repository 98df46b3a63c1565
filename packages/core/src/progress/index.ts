/** What a person sees of their change, from the diary (docs/spec/progress.md). */
export { calendarMarks, calendarOf, type CalendarDay, type CalendarMark } from './calendar.ts';
export { earliestChangeDays, isBeyondError, judgeChange, type Change, type Compared } from './change.ts';
export type { CheckFindings } from './findings.ts';
export { headlineOf, type Headline } from './headline.ts';
export type { LeftAgainstRight, SideDifference } from './left-against-right.ts';
export type { MeasuredPoint, MeasuredSeries } from './measured.ts';
export type { PainPoint } from './pain.ts';
export type { Adherence, Plan } from './planned-days.ts';
export { progressOf, type Progress } from './progress.ts';
export { reportOf, type Report, type ReportMeasured } from './report.ts';
export { addMonths, highestOfPeriods, monthStartOf, periodStarts, spans, spanStart, type Period, type Span } from './span.ts';
export { strengthSeries, type BestSet, type StrengthSeries } from './strength.ts';
export { totalWork, workByPeriod, type PeriodWork, type SideWork } from './work.ts';
export { changeWords, differenceWords, headlineWords } from './words/change-words.ts';
export type { ValueWords } from './words/progress-words.ts';
export { reportWords, type ReportLanguage, type ReportPage, type ReportSection } from './words/report-words.ts';
export { amountWords, dayInYearWords, dayWords, minuteWords, tenthWords, valueWords } from './words/value-words.ts';
