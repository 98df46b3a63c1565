import text from '@psoas/knowledge/text/cli';
import { assessInput } from '../assess-input.ts';
import { createCheckReport } from '../check-report.ts';
import { isOn, printJson, printLines, type Command } from '../io.ts';
import { triageLines } from '../print/check-lines.ts';
import { planLines } from '../print/plan-lines.ts';

/** The week as a grid, with why each exercise is in it. */
export const plan: Command = async (input, io) => {
  const assessed = await assessInput(input, io);
  if (!assessed.ok) return assessed.error;
  const { assessment } = assessed.value;
  if (isOn(input, 'json')) {
    printJson(io, assessment.programme);
    return 0;
  }
  const triage = triageLines(createCheckReport(assessment), io.screen);
  if (assessment.programme === null) {
    printLines(io, [...triage, '', text.plan.noProgramme]);
    return 0;
  }
  const { exerciseName } = await import('../exercise-name.ts');
  const isPlain = assessment.triage.level === 'none';
  printLines(io, [
    ...(isPlain ? [] : [...triage, '']),
    ...planLines(assessment.programme, exerciseName, io.screen),
  ]);
  return 0;
};
