import { err, fillTemplate, ok, parseLocalDate, type LocalDate, type Result } from '@psoas/kernel';
import { flagIds, type FlagId } from '@psoas/core/safety';
import text from '@psoas/knowledge/text/cli-share';
import { atClientDesk, findClient } from '../clients/client-desk.ts';
import { readFrom, sendReply } from '../clients/send-reply.ts';
import { complain, isOn, printJson, printLines, textOption, type Command, type CommandInput, type Io } from '../io.ts';
import { printable } from '../print/printable.ts';

const words = text.clients.agree;

/** [S-05] Writes that a clinician agreed to training. It is a word to the person, who takes it over or not. */
export const clientsAgree: Command = (input, io) =>
  atClientDesk(input, io, async (desk) => {
    const found = findClient(input.words[0] ?? '', desk.state);
    const agreed = found.ok ? readAgreement(input, io) : found;
    const from = agreed.ok ? await readFrom(input, io) : agreed;
    if (!found.ok || !agreed.ok || !from.ok) {
      const failed = [found, agreed, from].find((each) => !each.ok);
      complain(io, failed?.ok === false ? failed.error : '');
      return 2;
    }
    const said = textOption(input, 'text')?.trim() ?? '';
    const data = { ...agreed.value, from: from.value, ...(said !== '' && { text: said }) };
    const code = await sendReply(desk, found.value, { kind: 'clinician-word', data });
    if (code !== 0) return code;
    if (isOn(input, 'json')) printJson(io, { client: found.value.client, isSent: true });
    else printLines(io, [fillTemplate(words.sent, { label: printable(found.value.label) })]);
    return 0;
  });

function readAgreement(input: CommandInput, io: Io): Result<{ readonly flags: readonly FlagId[]; readonly date: LocalDate }, string> {
  const names = (textOption(input, 'flags') ?? '').split(',').map((name) => name.trim());
  const flags = flagIds.filter((id) => names.includes(id));
  if (flags.length === 0 || flags.length < new Set(names).size) return err(words.flags);
  const given = textOption(input, 'on');
  const date = given === undefined ? ok(io.clock.today()) : parseLocalDate(given);
  if (!date.ok || date.value > io.clock.today()) return err(fillTemplate(words.date, { found: given ?? '' }));
  return ok({ flags, date: date.value });
}
