import type { CommandSpec } from '../command-specs.ts';
import { describeCommands } from '../completion/describe-commands.ts';
import { manPage } from '../man/man-page.ts';
import type { Command } from '../io.ts';

/** Prints the manual page; it says what the help says. */
export function manOf(specs: readonly CommandSpec[]): Command {
  return async (_input, io) => {
    await io.outAndWait(manPage(await describeCommands(specs), io.clock.today()));
    return 0;
  };
}
