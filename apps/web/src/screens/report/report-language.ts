import type { ReportLanguage } from '@psoas/core/progress';
import progress from '@psoas/knowledge/text/progress';
import report from '@psoas/knowledge/text/report';
import { doseText } from '../../widgets/dose-text.ts';
import { exerciseName, isBilateral } from '../../widgets/exercise-name.ts';
import { reasonLabel, reasonText } from '../../widgets/reason-text.ts';
import { changeKindText } from '../progress/change-kind-text.ts';
import { painSiteText } from './pain-site-text.ts';

/** What turns a report into words, on the screen and on paper. */
export const reportLanguage: ReportLanguage = {
  report,
  progress,
  exerciseName,
  doseText: (item) => doseText(item, isBilateral(item.exercise)),
  reasonLabel,
  painSite: painSiteText,
  changeText: (change) => ({ what: changeKindText(change), why: reasonText(change.rule) ?? '' }),
};
