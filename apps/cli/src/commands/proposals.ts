import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import type { DiaryState } from '@psoas/core/diary';
import { importedReplies, importedShare, judgeProposal } from '@psoas/core/sharing';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli-share';
import { proposalAnswers } from '../choices.ts';
import { complain, isOn, printJson, printLines, textOption, type Command, type CommandInput, type ExitCode, type Io } from '../io.ts';
import { readDiary, record } from '../open-diary.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { printable } from '../print/printable.ts';
import { answeredLines, judgementLines, proposalLines } from '../print/replies-lines.ts';
import { decideProposal, type AnswerableProposal } from '../share/decide-proposal.ts';
import { shortId } from '../share/share-desk.ts';

/** How a proposal of a file is answered. */
const command = 'psoas proposals';

/** [SH-24] Proposals that came in files: all of them, or the answer to one. No share and no network is needed. */
export const proposals: Command = async (input, io) => {
  const [id, word, ...rest] = input.words;
  const verb = proposalAnswers.find((each) => each === word);
  if (rest.length > 0 || (id !== undefined && verb === undefined)) {
    complain(io, text.imported.how);
    return 2;
  }
  const diary = io.openDiary(textOption(input, 'diary'));
  const read = await readDiary(diary, io);
  if (!read.ok) return 1;
  const state = read.value;
  if (id === undefined || verb === undefined) return show(state, { input, io });
  const found = findProposal(id, state);
  const decided = found.ok ? decideProposal(found.value, verb, command) : found;
  if (!found.ok || !decided.ok) {
    complain(io, decided.ok ? '' : decided.error);
    return 2;
  }
  const { events, said } = decided.value;
  if (!(await record(diary, io, events)).ok) return 1;
  const { proposal } = found.value;
  if (isOn(input, 'json')) printJson(io, { id: proposal.id, answer: verb, isWritten: true });
  else printLines(io, [...(verb === 'accept' ? judgementLines(proposal.data, { state, io }) : []), ...wrap(said, textWidth(io.screen))]);
  return 0;
};

function show(state: DiaryState, { input, io }: { readonly input: CommandInput; readonly io: Io }): ExitCode {
  const { open, answered } = importedReplies(state);
  if (isOn(input, 'json')) {
    const judged = open.map((proposal) => ({ ...proposal, judgement: judgeProposal(proposal.data, state, { catalogue, today: io.clock.today() }) }));
    printJson(io, { open: judged, answered });
  } else if (open.length + answered.length === 0) printLines(io, wrap(text.imported.none, textWidth(io.screen)));
  else {
    const lines = [...answered.flatMap((one) => answeredLines(one, { io })), ...open.flatMap((one) => proposalLines(one, { state, io }, command))];
    printLines(io, lines.slice(1));
  }
  return 0;
}

function findProposal(start: string, state: DiaryState): Result<AnswerableProposal, string> {
  const { open, answered } = importedReplies(state);
  const share = importedShare;
  const all: readonly AnswerableProposal[] = [...open.map((proposal) => ({ share, proposal })), ...answered.map((before) => ({ share, proposal: before.proposal, before }))];
  const exact = all.filter(({ proposal }) => proposal.id === start);
  const [one, ...more] = exact.length > 0 ? exact : all.filter(({ proposal }) => start !== '' && proposal.id.startsWith(start));
  if (one !== undefined && more.length === 0) return ok(one);
  const known = all.map(({ proposal }) => printable(one === undefined ? shortId(proposal.id) : proposal.id)).join(', ');
  return err(fillTemplate(text.answer.unknown, { found: printable(start), known: known === '' ? text.noneYet : known }));
}
