import type { LocalDate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import words from '@psoas/knowledge/text/cli-manual';
import type { DescribedCommand } from '../completion/describe-commands.ts';
import { version } from '../version.ts';
import { entry, example, paragraphs, roffText, running, section } from './roff.ts';

const { manual } = words;
const titles = manual.sections;

/** The manual page as roff with the macros of man(7); `day` is the day on which it was printed. */
export function manPage(described: readonly DescribedCommand[], day: LocalDate): string {
  return `${[
    `.TH PSOAS 1 ${day} "psoas ${version}" "${manual.title}"`,
    ...section(titles.name, [`psoas \\- ${roffText(manual.tagline)}`]),
    ...section(titles.synopsis, ['.B psoas', `.RI [ ${manual.synopsis.command} ]`, `.RI [ ${manual.synopsis.options} ]`]),
    ...section(titles.description, paragraphs([text.program.description, ...manual.description])),
    ...section(titles.safety, paragraphs(manual.safety)),
    ...section(titles.commands, [...described.flatMap(commandLines), '.PP', ...running(manual.helpToo)]),
    ...section(titles.options, [...running(manual.optionsLead), ...ownOptions.flatMap(({ form, says }) => entry(form, says))]),
    ...section(titles.files, entries(manual.files)),
    ...section(titles.environment, entries(manual.environment)),
    ...section(titles.exit, entries(manual.exit)),
    ...section(titles.examples, manual.examples.flatMap((each) => example(each.text, each.command)).slice(1)),
    ...section(titles.seeAlso, paragraphs([manual.seeAlso])),
  ].join('\n')}\n`;
}

const ownOptions = [
  { form: '-h, --help', says: text.program.help },
  { form: '-V, --version', says: text.program.version },
];

function entries(all: readonly { readonly term: string; readonly text: string }[]): readonly string[] {
  return all.flatMap((each) => entry(each.term, each.text));
}

// The options of a command stand one step further in.
function commandLines({ name, text: says, argument, options, isHandedOn }: DescribedCommand): readonly string[] {
  const inside = [
    ...(argument === undefined ? [] : entry(argument.form, argument.text)),
    ...options.flatMap(({ form, text: does }) => entry(form, does)),
    ...(isHandedOn ? ['.PP', ...running(manual.handedOn)] : []),
  ];
  return [`.SS ${roffText(`psoas ${name}`)}`, ...running(says), ...inside];
}
