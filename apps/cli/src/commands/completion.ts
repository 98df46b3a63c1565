import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-manual';
import { shells, type Shell } from '../choices.ts';
import type { CommandSpec } from '../command-specs.ts';
import { bashScript } from '../completion/bash-script.ts';
import { completionTable, type CompletionTable } from '../completion/completion-table.ts';
import { describeCommands } from '../completion/describe-commands.ts';
import { fishScript } from '../completion/fish-script.ts';
import { zshScript } from '../completion/zsh-script.ts';
import { complain, type Command } from '../io.ts';

const scriptOf: { readonly [shell in Shell]: (table: CompletionTable) => string } = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** Prints the script that lets a shell complete psoas. It reads no diary and asks nobody. */
export function completionOf(specs: readonly CommandSpec[]): Command {
  return async ({ words }, io) => {
    const shell = shells.find((each) => each === words[0]);
    if (shell === undefined) {
      complain(io, fillTemplate(text.completion.noShell, { found: words[0] ?? '', choices: shells.join(', ') }));
      return 2;
    }
    await io.outAndWait(scriptOf[shell](completionTable(await describeCommands(specs))));
    return 0;
  };
}
