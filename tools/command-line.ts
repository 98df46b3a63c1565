import { parseArgs, type ParseArgsConfig } from 'node:util';
import { fileURLToPath } from 'node:url';

/** The folder of the whole repository, with no slash at its end. */
export const repositoryRoot: string = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** The options that a tool understands, in the form of Node's `parseArgs`. `--help` comes by itself. */
export type OptionTable = NonNullable<ParseArgsConfig['options']>;

/** What the person gave: options by name. */
export type GivenOptions = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** The tool's options; or what to print, and the exit code, where there is nothing to run. */
export type CommandLine =
  | { readonly kind: 'run'; readonly options: GivenOptions }
  | { readonly kind: 'stop'; readonly text: string; readonly exitCode: 0 | 2 };

/**
 * Reads a tool's command line. `--help` stops with the usage and 0; an unknown option or a stray word stops
 * with the reason, the usage and 2.
 */
export function readCommandLine(words: readonly string[], table: OptionTable, usage: string): CommandLine {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { ...table, help: { type: 'boolean', short: 'h' } },
      allowPositionals: false,
    });
    if (values['help'] === true) return { kind: 'stop', text: usage, exitCode: 0 };
    return { kind: 'run', options: values };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'stop', text: `${reason}\n\n${usage}`, exitCode: 2 };
  }
}
