import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-share';
import { atClientDesk, findClient } from '../clients/client-desk.ts';
import { readFrom, sendReply } from '../clients/send-reply.ts';
import { complain, isOn, printJson, printLines, textOption, type Command, type CommandInput, type Io } from '../io.ts';
import { printable } from '../print/printable.ts';

const words = text.clients.comment;

/** Writes to somebody who shares. */
export const clientsComment: Command = (input, io) =>
  atClientDesk(input, io, async (desk) => {
    const found = findClient(input.words[0] ?? '', desk.state);
    const from = found.ok ? await readFrom(input, io) : found;
    const said = from.ok ? await readSaid(input, io) : from;
    if (!found.ok || !from.ok || !said.ok) {
      const failed = [found, from, said].find((each) => !each.ok);
      complain(io, failed?.ok === false ? failed.error : '');
      return 2;
    }
    const code = await sendReply(desk, found.value, { kind: 'comment', data: { from: from.value, text: said.value } });
    if (code !== 0) return code;
    if (isOn(input, 'json')) printJson(io, { client: found.value.client, isSent: true });
    else printLines(io, [fillTemplate(words.sent, { label: printable(found.value.label) })]);
    return 0;
  });

async function readSaid(input: CommandInput, io: Io): Promise<Result<string, string>> {
  const given = textOption(input, 'text') ?? (await askOrRead(io));
  return given.trim() === '' ? err(words.nothing) : ok(given.trim());
}

async function askOrRead(io: Io): Promise<string> {
  if (io.screen.isInteractive)
    return (await io.loadPrompter()).line(words.ask, (given) => (given.trim() === '' ? words.nothing : undefined));
  const read = await io.readText('-');
  return read.ok ? read.value : '';
}
