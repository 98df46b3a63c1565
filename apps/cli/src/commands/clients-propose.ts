import { fillTemplate } from '@psoas/kernel';
import { previewProposal } from '@psoas/core/sharing';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli-share';
import { atClientDesk, findClient } from '../clients/client-desk.ts';
import { fetchClient } from '../clients/fetch-client.ts';
import { readChange } from '../clients/read-change.ts';
import { readFrom, sendReply } from '../clients/send-reply.ts';
import { complain, isOn, printJson, printLines, textOption, type Command } from '../io.ts';
import { judgedLines } from '../print/judged-lines.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { printable } from '../print/printable.ts';

const words = text.clients.propose;

/** Proposes one change of a client's plan, and says what psoas would make of it. */
export const clientsPropose: Command = (input, io) =>
  atClientDesk(input, io, async (desk) => {
    const found = findClient(input.words[0] ?? '', desk.state);
    const change = found.ok ? readChange(input) : found;
    const from = change.ok ? await readFrom(input, io) : change;
    if (!found.ok || !change.ok || !from.ok) {
      const failed = [found, change, from].find((each) => !each.ok);
      complain(io, failed?.ok === false ? failed.error : '');
      return 2;
    }
    const { view } = await fetchClient(desk, found.value, false);
    const said = textOption(input, 'text')?.trim() ?? '';
    const proposal = { from: from.value, changes: [change.value], ...(said !== '' && { text: said }) };
    const judgement = previewProposal(proposal, view, catalogue);
    const isJson = isOn(input, 'json');
    if (!isJson) printLines(io, [words.preview, ...judgedLines(judgement, io.screen)]);
    const canCome = judgement.changes.some(({ verdict }) => verdict !== 'refused');
    const code = canCome ? await sendReply(desk, found.value, { kind: 'proposal', data: proposal }) : 2;
    if (isJson) printJson(io, { client: found.value.client, isSent: code === 0, judgement });
    else if (code === 0) printLines(io, wrap(fillTemplate(words.sent, { label: printable(found.value.label) }), textWidth(io.screen)));
    if (!canCome) complain(io, words.notSent);
    return code;
  });
