import { Command as Parser, CommanderError } from 'commander';
import text from '@psoas/knowledge/text/cli';
import { commandSpecs, type CommandSpec, type OptionName } from './command-specs.ts';
import { complain, type ExitCode, type Io } from './io.ts';
import { StoppedByPerson } from './stopped-by-person.ts';

/** Runs one command of psoas and tells how it went. */
export async function runPsoas(words: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createParser(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(words.length === 0 ? ['--help'] : [...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof StoppedByPerson)) throw error;
    complain(io, text.errors.cancelled);
    return 130;
  }
}

function createParser(io: Io, finish: (code: ExitCode) => void): Parser {
  const program = new Parser('psoas');
  program
    .description(text.program.description)
    .addHelpText('after', `\n${text.program.after}`)
    .version('0.1.0', '-V, --version', text.program.version)
    .helpOption('-h, --help', text.program.help)
    .helpCommand('help [command]', text.program.helpCommand)
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      getOutHelpWidth: () => io.screen.columns,
      getErrHelpWidth: () => io.screen.columns,
      getOutHasColors: () => io.screen.hasColour,
      getErrHasColors: () => io.screen.hasColour,
    })
    .showSuggestionAfterError(true)
    .exitOverride();
  for (const spec of commandSpecs) addCommand(program, spec, io, finish);
  return program;
}

function addCommand(program: Parser, spec: CommandSpec, io: Io, finish: (code: ExitCode) => void): void {
  const command = program.command(spec.name).description(text.commands[spec.name]);
  if (spec.argument !== undefined) command.argument(spec.argument.form, text.arguments[spec.argument.text]);
  for (const option of spec.options) command.option(optionForms[option], text.options[option]);
  command.action(async () => {
    const run = await spec.load();
    finish(await run({ words: command.args, options: command.opts() }, io));
  });
}

const optionForms: { readonly [name in OptionName]: string } = {
  json: '--json',
  answers: '--answers <file>',
  diary: '--diary <file>',
  template: '--template',
  timeline: '--timeline',
  firstSide: '--first-side <side>',
  oneSideFirst: '--one-side-first',
  class: '--class <class>',
  equipment: '--equipment <list>',
  side: '--side <side>',
  verdict: '--verdict <verdict>',
  seed: '--seed <article>',
};
