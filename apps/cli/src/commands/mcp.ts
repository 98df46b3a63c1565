import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/mcp';
import { complain, textOption, type Command } from '../io.ts';
import { createServer } from '../mcp/create-server.ts';

/** Serves an assistant over standard input and output. Nothing but the protocol goes to the output. */
export const mcp: Command = async (input, io) => {
  if (io.screen.isInteractive) {
    complain(io, text.log.terminal);
    return 2;
  }
  const diary = io.openDiary(textOption(input, 'diary'));
  complain(io, fillTemplate(text.log.ready, { path: diary.path }), text.log.warning);
  await io.serveAssistant(
    () => createServer({ diary, clock: io.clock }),
    (reason) => complain(io, fillTemplate(text.log.fault, { reason })),
  );
  return 0;
};
