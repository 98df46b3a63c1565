import { foldDiary } from '@psoas/core/diary';
import { paperHtml, paperSizes, type PaperLook, type Sheet } from '@psoas/exchange/paper';
import { fillTemplate, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import handoutText from '@psoas/knowledge/text/handout';
import type { PdfProblem } from '../adapters/print-pdf.ts';
import { choiceOption } from '../choice-option.ts';
import { complainNoProgramme } from '../complain-no-programme.ts';
import { handoutPage, reportPage, type PaperPage } from '../handout/paper-pages.ts';
import { complain, isOn, printJson, textOption, type Command, type CommandInput, type ExitCode, type Io } from '../io.ts';
import { readEntries } from '../open-diary.ts';
import { reasonOf } from '../read-answers.ts';

const words = handoutText.terminal;

/** The programme or the report as a page for paper: a PDF, or the HTML that it is made from. */
export const handout: Command = async (input, io) => {
  if (isOn(input, 'json') && isOn(input, 'html')) return refuse(io, fillTemplate(text.errors.oneOutput, { options: '--html, --json' }));
  const size = choiceOption(input, 'paper', paperSizes);
  if (!size.ok) return refuse(io, size.error);
  const read = await readEntries(io.openDiary(textOption(input, 'diary')), io);
  if (!read.ok) return 1;
  if (read.value.isTorn) complain(io, text.diary.tornSeen);
  const state = foldDiary(read.value.entries);
  if (state.unreadable.length > 0) complain(io, fillTemplate(words.leftOut, { count: state.unreadable.length }));
  const look: PaperLook = { size: size.value ?? 'a4', isLarge: isOn(input, 'largePrint') };
  const page = isOn(input, 'report') ? reportPage(state, io.clock.today()) : handoutPage(state, io.clock.today(), look);
  if (!page.ok && page.error === 'no-check') return refuse(io, text.errors.noDiary);
  if (!page.ok) {
    complainNoProgramme(words.noProgramme, state, io);
    return 2;
  }
  return hand(page.value, look, { input, io });
};

type Surroundings = { readonly input: CommandInput; readonly io: Io };

async function hand({ sheet, content }: PaperPage, look: PaperLook, { input, io }: Surroundings): Promise<ExitCode> {
  const out = textOption(input, 'out');
  if (isOn(input, 'json') && out !== undefined) return deliver(new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`), out, io);
  if (isOn(input, 'json')) {
    printJson(io, content);
    return 0;
  }
  if (isOn(input, 'html')) return deliver(new TextEncoder().encode(paperHtml(sheet, look)), out, io);
  // A terminal cannot show a PDF, and its signs would leave it unusable.
  if (out === undefined && io.screen.isInteractive) return refuse(io, words.toFile);
  const pdf = await makePdf(sheet, look, { input, io });
  if (!pdf.ok) return complainAboutPdf(pdf.error, io);
  return deliver(pdf.value, out, io);
}

function makePdf(sheet: Sheet, look: PaperLook, { input, io }: Surroundings): Promise<Result<Uint8Array, PdfProblem>> {
  return io.printPdf(paperHtml(sheet, look), textOption(input, 'browser'));
}

async function deliver(bytes: Uint8Array, out: string | undefined, io: Io): Promise<ExitCode> {
  if (out === undefined || out === '-') {
    await io.outBytes(bytes);
    return 0;
  }
  const written = await io.writeFile(out, bytes);
  if (!written.ok) {
    complain(io, fillTemplate(words.notWritten, { path: out, reason: reasonOf(written.error) }));
    return 1;
  }
  complain(io, fillTemplate(words.written, { path: out }));
  return 0;
}

function complainAboutPdf(problem: PdfProblem, io: Io): ExitCode {
  switch (problem.type) {
    case 'no-browser':
      return refuse(io, words.noBrowser);
    case 'not-a-program':
      return refuse(io, fillTemplate(words.notAProgram, problem));
    case 'failed':
      complain(io, fillTemplate(words.failed, { ...problem, reason: reasonOf(problem.reason) }));
      return 1;
  }
}

function refuse(io: Io, message: string): ExitCode {
  complain(io, message);
  return 2;
}
