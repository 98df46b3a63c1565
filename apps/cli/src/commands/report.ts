import { reportOf, reportWords } from '@psoas/core/progress';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli';
import { assessInput } from '../assess-input.ts';
import { complain, isOn, printJson, printLines, type Command } from '../io.ts';
import { reportLines } from '../print/report-lines.ts';
import { firstWeekday, reportLanguage } from '../report-language.ts';

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
  else printLines(io, reportLines(reportWords(made, reportLanguage), io.screen));
  return 0;
};
