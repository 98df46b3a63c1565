import { modifiers, questions } from '@psoas/knowledge/questions';
import handout from '@psoas/knowledge/text/handout';
import player from '@psoas/knowledge/text/player';
import programme from '@psoas/knowledge/text/programme';
import progress from '@psoas/knowledge/text/progress';
import report from '@psoas/knowledge/text/report';
import type { HandoutLanguage } from './handout/handout-words.ts';
import type { ReportChartWords } from './report/report-charts.ts';

/** What the pages need of the texts, in English. The emergency number is that of the person's region. */
export function handoutLanguage(emergencyNumber: string): HandoutLanguage {
  return {
    handout,
    programme,
    sides: player.sides,
    months: progress.months,
    heed: (id) => questions.find((question) => question.id === id)?.actions.D ?? modifiers.find((modifier) => modifier.id === id)?.effect,
    emergencyNumber,
  };
}

/** The words of the charts of a report. */
export const reportChartWords: ReportChartWords = { ...report, measured: { chart: handout.measuredChart }, daysShort: handout.daysShort };
