import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import { assessFromDiary, triageOn, type AnsweredProposal } from '@psoas/core/diary';
import { flagsToLift, type ReplyEnvelope } from '@psoas/core/sharing';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli-share';
import { proposalAnswers } from '../choices.ts';
import { complain, isOn, printJson, printLines, type Command, type ExitCode } from '../io.ts';
import { readDiary, record } from '../open-diary.ts';
import { dayText } from '../print/day-text.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { printable } from '../print/printable.ts';
import { flagsText, judgementLines, shareAnswerCommand } from '../print/replies-lines.ts';
import { decideProposal, type AnswerVerb, type Decided } from '../share/decide-proposal.ts';
import { pushAllShares, pushedLines } from '../share/push-all.ts';
import { readReplies, type ShareReplies } from '../share/read-replies.ts';
import { atShareDesk, shortId, type ShareDesk } from '../share/share-desk.ts';
import { sayFault } from '../sync/sync-desk.ts';

/** Accepts or declines a proposal, or takes an accepted one back. */
export const shareAnswer: Command = (input, io) =>
  atShareDesk(input, io, async (desk) => {
    const [id = '', word, ...rest] = input.words;
    const verb = proposalAnswers.find((each) => each === word);
    if (verb === undefined || rest.length > 0) {
      complain(io, text.answer.how);
      return 2;
    }
    const read = await readReplies(desk, desk.state.shares.filter(({ ended }) => ended === undefined));
    if (!read.ok) return sayFault(io, read.error, desk.own.relay);
    const found = findReply(id, read.value);
    if (!found.ok) {
      complain(io, found.error);
      return 2;
    }
    return answer(desk, found.value, verb);
  });

/** Something of a guest that can be answered. */
type Answerable = {
  readonly share: string;
  readonly event: ReplyEnvelope<'proposal'> | ReplyEnvelope<'clinician-word'>;
  readonly before?: AnsweredProposal;
};

function findReply(start: string, shares: readonly ShareReplies[]): Result<Answerable, string> {
  const all = shares.flatMap(({ made: { share }, replies }): readonly Answerable[] => [
    ...replies.open.map((event) => ({ share, event })),
    ...replies.answered.map((before) => ({ share, event: before.proposal, before })),
    ...replies.words.map((event) => ({ share, event })),
  ]);
  const exact = all.filter(({ event }) => event.id === start);
  const [one, ...more] = exact.length > 0 ? exact : all.filter(({ event }) => start !== '' && event.id.startsWith(start));
  if (one !== undefined && more.length === 0) return ok(one);
  const known = all.map(({ event }) => printable(one === undefined ? shortId(event.id) : event.id)).join(', ');
  return err(fillTemplate(text.answer.unknown, { found: printable(start), known: known === '' ? text.noneYet : known }));
}

async function answer(desk: ShareDesk, answerable: Answerable, verb: AnswerVerb): Promise<ExitCode> {
  const { io, diary, input } = desk;
  const decided = decide(answerable, verb, desk);
  if (!decided.ok) {
    complain(io, decided.error);
    return 2;
  }
  const { events, said } = decided.value;
  const written = events.length === 0 ? ok([]) : await record(diary, io, events);
  if (!written.ok) return 1;
  const state = await readDiary(diary, io);
  if (!state.ok) return 1;
  const now = { ...desk, state: state.value };
  // They see the answer; where the relay is away, the next sync tells it.
  const pushed = events.length === 0 ? [] : await pushAllShares(now);
  const { event } = answerable;
  if (isOn(input, 'json')) {
    printJson(io, { id: event.id, answer: verb, isWritten: events.length > 0 });
    return 0;
  }
  const isTold = event.kind === 'proposal' && verb === 'accept';
  printLines(io, [...(isTold ? judgementLines(event.data, desk) : []), ...wrap(said, textWidth(io.screen))]);
  const failed = pushedLines(pushed.filter(({ isPushed }) => !isPushed), false);
  if (failed.length > 0) complain(io, ...failed);
  return 0;
}

function decide({ share, event, before }: Answerable, verb: AnswerVerb, desk: ShareDesk): Result<Decided, string> {
  if (event.kind === 'clinician-word') return decideWord(event, verb, desk);
  return decideProposal({ share, proposal: event, ...(before && { before }) }, verb, shareAnswerCommand);
}

// [S-05] Only for what stands in the way today; the flags are named, because nobody knows them by number.
function decideWord({ data }: ReplyEnvelope<'clinician-word'>, verb: AnswerVerb, { state, io }: ShareDesk): Result<Decided, string> {
  if (verb === 'take-back') return err(text.answer.notAccepted);
  if (verb === 'decline') return ok({ events: [], said: text.answer.wordDeclined });
  const today = io.clock.today();
  const flags = flagsToLift(data, triageOn(state, assessFromDiary(state, { catalogue, today }), today));
  if (flags.length === 0) return err(text.answer.wordNothing);
  const said = fillTemplate(text.answer.wordAccepted, { date: dayText(data.date), flags: flagsText(flags) });
  return ok({ events: [{ kind: 'clinician-agreed', data: { flags, date: data.date } }], said });
}
