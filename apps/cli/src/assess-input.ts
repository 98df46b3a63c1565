import { err, ok, type Result } from '@psoas/kernel';
import { assess } from '@psoas/core/assessment';
import { assessFromDiary, type DiaryState, type SteppedAssessment } from '@psoas/core/diary';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli';
import { complain, textOption, type CommandInput, type ExitCode, type Io } from './io.ts';
import { readDiary } from './open-diary.ts';
import { answersFailureLines, readAnswers } from './read-answers.ts';
import { explainProblem } from './problem-text.ts';

/** An assessment, and the diary it came from unless a file of answers was given. */
export type AssessedInput = { readonly assessment: SteppedAssessment; readonly state?: DiaryState };

/** Judges the answers of `--answers`, or of the diary. What went wrong has been said; the error is the exit code. */
export async function assessInput(input: CommandInput, io: Io): Promise<Result<AssessedInput, ExitCode>> {
  const path = textOption(input, 'answers');
  const assessed = path === undefined ? await assessDiary(input, io) : await assessFile(path, io);
  if (!assessed.ok || !assessed.value.assessment.refused) return assessed;
  complain(
    io,
    text.errors.refused,
    ...assessed.value.assessment.problems.map((problem) => ` - ${explainProblem(problem).message}`),
  );
  return err(2);
}

async function assessFile(path: string, io: Io): Promise<Result<AssessedInput, ExitCode>> {
  const answers = await readAnswers(path, io);
  if (answers.ok) return ok({ assessment: assess(answers.value, { catalogue, today: io.clock.today() }) });
  complain(io, ...answersFailureLines(answers.error));
  return err(2);
}

async function assessDiary(input: CommandInput, io: Io): Promise<Result<AssessedInput, ExitCode>> {
  const state = await readDiary(io.openDiary(textOption(input, 'diary')), io);
  if (!state.ok) return err(1);
  const assessment = assessFromDiary(state.value, { catalogue, today: io.clock.today() });
  if (assessment !== undefined) return ok({ assessment, state: state.value });
  complain(io, text.errors.noDiary);
  return err(2);
}
