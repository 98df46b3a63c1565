import { assess, type Assessment } from '@psoas/core/assessment';
import { catalogue } from '@psoas/knowledge/rules';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import { createCheckReport, type CheckReport } from '../check-report.ts';
import {
  complain,
  isOn,
  printJson,
  printLines,
  textOption,
  type Command,
  type CommandInput,
  type ExitCode,
  type Io,
} from '../io.ts';
import { findingLines, triageLines } from '../print/check-lines.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { planLines } from '../print/plan-lines.ts';
import { answersFailureLines, flagsIn, readAnswers, type AnswersFailure } from '../read-answers.ts';
import { recordCheck } from '../record-check.ts';

/** The self-check: asked here, or read from a file. */
export const check: Command = async (input, io) => {
  const path = textOption(input, 'answers');
  if (path !== undefined) return checkFile(input, io, path);
  if (!io.screen.isInteractive) {
    complain(io, text.errors.notInteractive);
    return 2;
  }
  const { askCheck } = await import('../ask/ask-check.ts');
  const answers = await askCheck(await io.loadPrompter(), io.clock.today());
  return finish(input, io, answers, { diary: io.openDiary(textOption(input, 'diary')), wasAsked: true });
};

async function checkFile(input: CommandInput, io: Io, path: string): Promise<ExitCode> {
  const answers = await readAnswers(path, io);
  if (!answers.ok) return refuseFile(input, io, answers.error);
  const diaryPath = textOption(input, 'diary');
  return finish(input, io, answers.value, {
    ...(diaryPath !== undefined && { diary: io.openDiary(diaryPath) }),
    wasAsked: false,
  });
}

/** Where the check goes, and whether it was asked here: then an emergency cut it short on purpose. */
type Origin = { readonly diary?: ReturnType<Io['openDiary']>; readonly wasAsked: boolean };

async function finish(
  input: CommandInput,
  io: Io,
  answers: unknown,
  { diary, wasAsked }: Origin,
): Promise<ExitCode> {
  const assessment = assess(answers, { catalogue, today: io.clock.today() });
  const report = createCheckReport(assessment);
  // What a person must know comes before any trouble with a file.
  if (isOn(input, 'json')) printJson(io, report);
  else await show(wasAsked && !assessment.refused ? { ...report, problems: [] } : report, assessment, io);
  if (assessment.refused && isOn(input, 'json')) complain(io, ...refusal(report));
  const recorded = diary === undefined ? undefined : await recordCheck(diary, io, { answers, assessment });
  if (recorded?.ok === false) return 1;
  if (recorded?.value === true && diary !== undefined) {
    complain(io, fillTemplate(text.diary.recorded, { path: diary.path }));
    if (wasAsked && assessment.programme !== null && !isOn(input, 'json'))
      printLines(io, ['', ...wrap(text.check.whatNext, textWidth(io.screen))]);
  }
  if (!assessment.refused) return 0;
  await warnOfFlags(flagsInDamage(report), io);
  return 2;
}

async function show(report: CheckReport, { refused, programme }: Assessment, io: Io): Promise<void> {
  if (refused) {
    complain(io, ...refusal(report));
    return;
  }
  printLines(io, triageLines(report, io.screen));
  if (report.problems.length > 0)
    printLines(io, ['', text.errors.besides, ...report.problems.map(({ message }) => ` - ${message}`)]);
  if (report.findings !== null) printLines(io, ['', ...findingLines(report.findings, io.screen)]);
  if (programme === null) return;
  const { exerciseName } = await import('../exercise-name.ts');
  printLines(io, ['', ...planLines(programme, exerciseName, io.screen)]);
}

function refusal({ problems }: CheckReport): readonly string[] {
  return [text.errors.refused, ...problems.map(({ message }) => ` - ${message}`)];
}

async function refuseFile(input: CommandInput, io: Io, failure: AnswersFailure): Promise<ExitCode> {
  const lines = answersFailureLines(failure);
  complain(io, ...lines);
  if (failure.type === 'unparsable') await warnOfFlags(failure.mentions, io);
  if (isOn(input, 'json')) {
    const place = failure.type === 'unparsable' ? { line: failure.line, column: failure.column } : {};
    printJson(io, {
      triage: null,
      findings: null,
      problems: [
        { field: '', kind: failure.type, allowed: 'YAML | JSON', ...place, message: lines.join(' ') },
      ],
      programme: null,
    });
  }
  return 2;
}

// [L-02] A flag that a damaged part names may be a yes. It is not judged, but nobody should wait for the file.
async function warnOfFlags(flags: readonly string[], io: Io): Promise<void> {
  if (flags.length === 0) return;
  const { questions } = await import('@psoas/knowledge/questions');
  const named = questions.filter(({ id }) => flags.includes(id));
  complain(
    io,
    fillTemplate(text.errors.mentions, { flags: flags.join(', ') }),
    ...named.map(({ id, actions }) => ` - ${id}: ${actions.A ?? actions.B ?? actions.C ?? actions.D ?? ''}`),
  );
}

function flagsInDamage({ problems }: CheckReport): readonly string[] {
  const found = problems
    .filter(({ field }) => field.startsWith('safety'))
    .map((problem) => problem.found ?? '');
  return flagsIn(found.join(' '));
}
