import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import cliText from '@psoas/knowledge/text/cli';
import text from '@psoas/knowledge/text/cli-share';
import { isOn, textOption, type CommandInput, type Io } from '../io.ts';
import { reasonOf } from '../read-answers.ts';

/** Fewer can be tried out, whatever slows the trying down. */
const leastLength = 8;

/** The passphrase for a new link, from a file or asked for; undefined where none is wanted. */
export async function newPassphrase(input: CommandInput, io: Io): Promise<Result<string | undefined, string>> {
  const problemOf = (given: string): string | undefined =>
    Array.from(given).length < leastLength ? fillTemplate(text.make.shortPassphrase, { least: leastLength }) : undefined;
  const fromFile = await passphraseFile(input, io);
  if (!fromFile.ok) return fromFile;
  if (fromFile.value !== undefined) {
    const problem = problemOf(fromFile.value);
    return problem === undefined ? fromFile : err(problem);
  }
  if (!isOn(input, 'passphrase')) return ok(undefined);
  if (!io.screen.isInteractive) return err(text.make.noTerminal);
  return ok(await (await io.loadPrompter()).line(text.make.askPassphrase, problemOf));
}

/** The passphrase of `--passphrase-file`, without the line end that editors put behind it. */
export async function passphraseFile(input: CommandInput, io: Io): Promise<Result<string | undefined, string>> {
  const path = textOption(input, 'passphraseFile');
  if (path === undefined) return ok(undefined);
  const read = await io.readText(path);
  return read.ok
    ? ok(read.value.replace(/\r?\n$/, ''))
    : err(fillTemplate(cliText.errors.readFailed, { path, reason: reasonOf(read.error) }));
}
