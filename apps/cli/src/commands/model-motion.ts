import { basename, extname } from 'node:path';
import {
  analyseMotion,
  motionNoteText,
  motionProblemText,
  motionToCsv,
  motionToPlot,
  motionToSummary,
  motionToSvg,
  parseMotionFile,
  requireUsableRow,
  type MotionAnalysis,
  type MotionProblem,
  type UnusableMotion,
} from '@psoas/exchange/motion';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import motionText from '@psoas/knowledge/text/motion';
import { complain, printJson, printLines, type Command, type Io } from '../io.ts';
import { chosenOutput } from '../model/chosen-output.ts';
import { createLengthsAt } from '../model/lengths-at.ts';
import { roundNumbers } from '../model/round-numbers.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { reasonOf } from '../read-answers.ts';

/** The hip flexors through a recorded motion. */
export const modelMotion: Command = async (input, io) => {
  const output = chosenOutput(input, ['csv', 'svg', 'json']);
  if (!output.ok) {
    complain(io, output.error);
    return 2;
  }
  const path = input.words[0] ?? '';
  const file = await io.readText(path);
  if (!file.ok) {
    complain(io, fillTemplate(text.errors.readFailed, { path, reason: reasonOf(file.error) }));
    return 2;
  }
  const read = parseMotionFile(file.value);
  if (!read.ok) {
    complain(io, refusedLine(path, read.error));
    return 2;
  }
  const { notes } = read.value;
  const motion = { ...read.value.motion, name: read.value.motion.name || nameOfFile(path) };
  const usable = requireUsableRow(analyseMotion(motion, createLengthsAt()));
  if (!usable.ok) {
    complain(io, refusedLine(path, usable.error));
    return 2;
  }
  const analysis = usable.value;
  if (output.value === 'json') {
    printJson(io, roundNumbers({ notes, analysis }));
    return 0;
  }
  if (notes.length > 0) complain(io, ...notes.map((note) => motionNoteText(note, motionText)));
  if (output.value === 'csv') io.out(motionToCsv(analysis, motionText));
  else if (output.value === 'svg') io.out(motionToSvg(analysis, motionText));
  else printPlots(analysis, io);
  return 0;
};

function refusedLine(path: string, problem: MotionProblem | UnusableMotion): string {
  const name = path === '-' ? text.errors.stdinName : path;
  return fillTemplate(text.model.motion.refused, {
    path: name,
    reason: motionProblemText(problem, motionText),
  });
}

// A recording without a name of its own goes by its file's; what is piped in has none.
function nameOfFile(path: string): string {
  return path === '-' ? '' : basename(path, extname(path));
}

function printPlots(analysis: MotionAnalysis, io: Io): void {
  const width = textWidth(io.screen);
  const summary = motionToSummary(analysis, motionText)
    .trimEnd()
    .split('\n')
    .flatMap((line) => (line === '' ? [''] : wrap(line, width, '    ', line.startsWith(' ') ? '  ' : '')));
  printLines(io, [motionToPlot(analysis, motionText, { widthCharacters: width }), ...summary]);
}
