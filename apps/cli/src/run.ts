import { Command as Parser, CommanderError } from 'commander';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import { commandSpecs, type CommandSpec, type ExtraOptions, type GroupName, type OptionName } from './command-specs.ts';
import { complain, type ExitCode, type Io } from './io.ts';
import { StoppedByPerson } from './stopped-by-person.ts';

/** Runs one command of psoas and tells how it went. */
export async function runPsoas(words: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const asked = askedWords(words);
  const program = await createParser(asked, io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...asked], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof StoppedByPerson)) throw error;
    complain(io, text.errors.cancelled);
    return 130;
  }
}

// A command that only holds others shows them; coordinates may be written as OpenSim does, with underscores.
function askedWords(words: readonly string[]): readonly string[] {
  if (words.length === 0 || (words.length === 1 && words[0] === 'model')) return [...words, '--help'];
  if (words[0] !== 'model' || words[1] !== 'pose') return words;
  return words.map((word) => word.replace(/^--\w+/, (option) => option.replaceAll('_', '-')));
}

async function createParser(
  words: readonly string[],
  io: Io,
  finish: (code: ExitCode) => void,
): Promise<Parser> {
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
    .enablePositionalOptions()
    .exitOverride();
  for (const spec of commandSpecs) {
    const [first, second] = splitName(spec.name);
    const command = second === undefined ? program.command(first) : groupOf(program, first).command(second);
    fillCommand(command, spec, { io, finish });
    if (spec.loadExtras !== undefined && words.includes(second ?? first))
      addExtras(command, await spec.loadExtras());
  }
  return program;
}

function splitName(name: CommandSpec['name']): readonly [first: GroupName, second: string | undefined] {
  const [first = '', second] = name.split(' ');
  // A name is a key of the texts, and so is its first word.
  return [first as GroupName, second];
}

// It stands in the list of commands where the first of its own comes. Options behind a verb are the verb's.
function groupOf(program: Parser, name: GroupName): Parser {
  const found = program.commands.find((command) => command.name() === name);
  return (found ?? program.command(name).description(text.commands[name])).enablePositionalOptions();
}

function addExtras(command: Parser, { options, after }: ExtraOptions): void {
  for (const option of options) command.option(option.form, option.text);
  command.addHelpText('after', `\n${after}`);
}

type Surroundings = { readonly io: Io; readonly finish: (code: ExitCode) => void };

function fillCommand(command: Parser, spec: CommandSpec, { io, finish }: Surroundings): void {
  command.description(text.commands[spec.name]);
  if (spec.argument !== undefined) command.argument(spec.argument.form, text.arguments[spec.argument.text]);
  for (const option of spec.options) command.option(optionForms[option], text.options[option]);
  const isGroup = commandSpecs.some(({ name }) => name.startsWith(`${spec.name} `));
  if (spec.isSecret === true || isGroup) command.allowExcessArguments();
  if (spec.isHandedOn === true)
    command.helpOption(false).allowUnknownOption().allowExcessArguments().passThroughOptions();
  command.action(async () => {
    const [found] = command.args;
    if (isGroup && found !== undefined) {
      const known = command.commands.map((verb) => verb.name()).join(', ');
      complain(io, fillTemplate(text.errors.unknownVerb, { command: spec.name, found, known }));
      return finish(2);
    }
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
  travelling: '--travelling <on|off>',
  twoMinutes: '--two-minutes <on|off>',
  ill: '--ill',
  putOffRetest: '--put-off-retest',
  every: '--every <minutes>',
  quiet: '--quiet <hours>',
  once: '--once',
  oneSideFirst: '--one-side-first',
  dryRun: '--dry-run',
  undo: '--undo',
  snomed: '--snomed',
  at: '--at <time>',
  as: '--as <activity>',
  class: '--class <class>',
  equipment: '--equipment <list>',
  side: '--side <side>',
  felt: '--felt <place>',
  when: '--when <moment>',
  verdict: '--verdict <verdict>',
  seed: '--seed <article>',
  file: '--file <file>',
  measuredSide: '--side <side>',
  heightCm: '--height-cm <cm...>',
  lengthCm: '--length-cm <cm>',
  degrees: '--degrees <degrees...>',
  method: '--method <method>',
  pelvisLifted: '--pelvis-lifted',
  by: '--by <name>',
  reps: '--reps <count>',
  seconds: '--seconds <count>',
  pain: '--pain <level>',
  relay: '--relay <url>',
  relayOfLink: '--relay <url>',
  show: '--show',
  app: '--app <url>',
  keepLocal: '--keep-local',
  eraseLocal: '--erase-local',
  withoutRelay: '--without-relay',
  with: '--with <name>',
  parts: '--parts <list>',
  days: '--days <count>',
  callMe: '--call-me <name>',
  passphrase: '--passphrase',
  passphraseFile: '--passphrase-file <file>',
  offline: '--offline',
  label: '--label <name>',
  from: '--from <name>',
  text: '--text <text>',
  exerciseOption: '--exercise <id>',
  sets: '--sets <count>',
  repsOption: '--reps <count>',
  secondsOption: '--seconds <count>',
  swapFor: '--swap-for <id>',
  only: '--only <side>',
  flags: '--flags <list>',
  on: '--on <date>',
  csv: '--csv',
  svg: '--svg',
  mot: '--mot',
  keyframe: '--keyframe <id>',
  reportPage: '--report',
  paper: '--paper <size>',
  largePrint: '--large-print',
  html: '--html',
  out: '--out <file>',
  browser: '--browser <path>',
};
