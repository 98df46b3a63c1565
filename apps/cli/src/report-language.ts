import type { ReportLanguage } from '@psoas/core/progress';
import { fillTemplate } from '@psoas/kernel';
import progressText from '@psoas/knowledge/text/progress';
import reportText from '@psoas/knowledge/text/report';
import { exerciseName } from './exercise-name.ts';
import { painSiteLabel } from './pain-site-label.ts';
import { amountText } from './print/week-grid.ts';
import { sentenceOf } from './reason-text.ts';

/** Weeks begin on Monday here: a terminal does not know where the person is. */
export const firstWeekday = 1;

/** What turns a report into words, in a terminal and on paper. */
export const reportLanguage: ReportLanguage = {
  report: reportText,
  progress: progressText,
  exerciseName,
  doseText: amountText,
  reasonLabel: (id) => sentenceOf(id) ?? id,
  painSite: painSiteLabel,
  changeText: ({ key, values, rule }) => ({ what: fillTemplate(progressText.plan.kinds[key], values), why: sentenceOf(rule) ?? rule }),
};
