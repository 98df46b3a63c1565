import text from '@psoas/knowledge/text/cli-share';
import { judgeProposal } from '@psoas/core/sharing';
import { catalogue } from '@psoas/knowledge/rules';
import { complain, isOn, printJson, printLines, type Command } from '../io.ts';
import { repliesLines } from '../print/replies-lines.ts';
import { readReplies, type ShareReplies } from '../share/read-replies.ts';
import { atShareDesk, findShare, type ShareDesk } from '../share/share-desk.ts';
import { sayFault } from '../sync/sync-desk.ts';

/** What was written to the person, and what psoas says of each proposal. */
export const shareReplies: Command = (input, io) =>
  atShareDesk(input, io, async (desk) => {
    const [name] = input.words;
    const found = name === undefined ? undefined : findShare(name, desk.state);
    if (found?.ok === false) {
      complain(io, found.error);
      return 2;
    }
    const shares = found === undefined ? desk.state.shares.filter(({ ended }) => ended === undefined) : [found.value];
    const read = await readReplies(desk, shares);
    if (!read.ok) return sayFault(io, read.error, desk.own.relay);
    if (isOn(input, 'json')) printJson(io, read.value.map((one) => jsonOf(desk, one)));
    else if (read.value.length === 0) printLines(io, [text.list.none]);
    else printLines(io, read.value.flatMap(({ made, replies }, index) => [...(index === 0 ? [] : ['']), ...repliesLines(desk, made.label, replies)]));
    return 0;
  });

function jsonOf({ state, io }: ShareDesk, { made, replies }: ShareReplies) {
  const open = replies.open.map((proposal) => ({
    ...proposal,
    judgement: judgeProposal(proposal.data, state, { catalogue, today: io.clock.today() }),
  }));
  return { share: made.share, label: made.label, ...replies, open };
}
