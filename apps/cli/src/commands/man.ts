import { describeCommands } from '../completion/describe-commands.ts';
import { manPage } from '../man/man-page.ts';
import type { Command } from '../io.ts';

/** Prints the manual page; it says what the help says. */
export const man: Command = async (_input, io) => {
  await io.outAndWait(manPage(await describeCommands(), io.clock.today()));
  return 0;
};
