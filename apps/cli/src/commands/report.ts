import { reportOf, reportWords, type ReportLanguage } from '@psoas/core/progress';
import { fillTemplate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli';
import progressText from '@psoas/knowledge/text/progress';
import reportText from '@psoas/knowledge/text/report';
import { assessInput } from '../assess-input.ts';
import { exerciseName } from '../exercise-name.ts';
import { complain, isOn, printJson, printLines, type Command } from '../io.ts';
import { painSiteLabel } from '../pain-site-label.ts';
import { reportLines } from '../print/report-lines.ts';
import { amountText } from '../print/week-grid.ts';
import { sentenceOf } from '../reason-text.ts';

/** Weeks begin on Monday here: a terminal does not know where the person is. */
const firstWeekday = 1;

const language: ReportLanguage = {
  report: reportText,
  progress: progressText,
  exerciseName,
  doseText: amountText,
  reasonLabel: (id) => sentenceOf(id) ?? id,
  painSite: painSiteLabel,
  changeText: ({ key, values, rule }) => ({ what: fillTemplate(progressText.plan.kinds[key], values), why: sentenceOf(rule) ?? rule }),
};

/** One page for a clinician or coach, from the diary. */
export const report: Command = async (input, io) => {
  const assessed = await assessInput(input, io);
  if (!assessed.ok) return assessed.error;
  const { state, assessment } = assessed.value;
  if (state === undefined) {
    complain(io, text.errors.noDiary);
    return 2;
  }
  const made = reportOf(state, { catalogue, today: io.clock.today(), assessment, firstWeekday });
  if (isOn(input, 'json')) printJson(io, made);
  else printLines(io, reportLines(reportWords(made, language), io.screen));
  return 0;
};
