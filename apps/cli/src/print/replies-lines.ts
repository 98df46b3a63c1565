import { fillTemplate } from '@psoas/kernel';
import type { AnsweredProposal } from '@psoas/core/diary';
import { judgeProposal, type Proposal, type Replies, type ReplyEnvelope } from '@psoas/core/sharing';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli-share';
import { shortId, type ShareDesk } from '../share/share-desk.ts';
import { sentenceOf, withId } from '../reason-text.ts';
import { dayText } from './day-text.ts';
import { judgedLines } from './judged-lines.ts';
import { stylesOf, textWidth, wrap } from './layout.ts';
import { printable } from './printable.ts';

const words = text.replies;

/** How a proposal of a share is answered. */
export const shareAnswerCommand = 'psoas share answer';

/** What a guest wrote: comments, open proposals with what psoas says of them, and what became of the others. */
export function repliesLines(desk: ShareDesk, label: string, replies: Replies): readonly string[] {
  const { strong } = stylesOf(desk.io.screen);
  const { comments, open, answered, words: clinicianWords, unreadableCount, newerVersion } = replies;
  const name = printable(label);
  const isQuiet = comments.length + open.length + answered.length + clinicianWords.length + unreadableCount === 0;
  if (isQuiet) return [fillTemplate(words.none, { name })];
  return [
    strong(fillTemplate(words.title, { name })),
    ...comments.flatMap((comment) => commentLines(comment, desk)),
    ...clinicianWords.flatMap((word) => wordLines(word, desk)),
    ...answered.flatMap((each) => answeredLines(each, desk)),
    ...open.flatMap((proposal) => proposalLines(proposal, desk)),
    ...(unreadableCount === 0 ? [] : ['', fillTemplate(words.unreadable, { count: unreadableCount })]),
    ...(newerVersion === undefined ? [] : [words.newer]),
  ];
}

// In lines that stay apart from everything else.
function quotedLines(said: string, width: number): readonly string[] {
  return said.split('\n').flatMap((line) => wrap(printable(line), width, '   '));
}

function commentLines({ day, data }: ReplyEnvelope<'comment'>, { io }: ShareDesk): readonly string[] {
  const width = textWidth(io.screen);
  return ['', fillTemplate(words.comment, { day: dayText(day), from: printable(data.from) }), ...quotedLines(data.text, width)];
}

/** A proposal that waits, with what psoas says of it and how it is answered. */
export function proposalLines({ id, day, data }: ReplyEnvelope<'proposal'>, desk: Pick<ShareDesk, 'state' | 'io'>, command = shareAnswerCommand): readonly string[] {
  const { io } = desk;
  const width = textWidth(io.screen);
  const shown = shortId(id);
  return [
    '',
    fillTemplate(words.proposal, { day: dayText(day), from: printable(data.from), id: shown }),
    ...(data.text === undefined ? [] : quotedLines(data.text, width)),
    ...judgementLines(data, desk),
    ...wrap(fillTemplate(words.hint, { id: shown, command }), width, '   '),
  ];
}

/** What psoas says of a proposal today. */
export function judgementLines(proposal: Proposal, { state, io }: Pick<ShareDesk, 'state' | 'io'>): readonly string[] {
  return judgedLines(judgeProposal(proposal, state, { catalogue, today: io.clock.today() }), io.screen);
}

/** What became of a proposal, and when. */
export function answeredLines({ day, proposal, answer, takenBack }: AnsweredProposal, { io }: Pick<ShareDesk, 'io'>): readonly string[] {
  const now = takenBack === undefined ? words.answeredAs[answer] : words.answeredAs.takenBack;
  const line = fillTemplate(words.answered, { day: dayText(takenBack?.day ?? day), id: shortId(proposal.id), answer: now });
  return ['', ...wrap(line, textWidth(io.screen))];
}

function wordLines({ id, day, data }: ReplyEnvelope<'clinician-word'>, { io }: ShareDesk): readonly string[] {
  const width = textWidth(io.screen);
  const values = { day: dayText(day), from: printable(data.from), date: dayText(data.date), flags: flagsText(data.flags), id: shortId(id) };
  return [
    '',
    ...wrap(fillTemplate(words.word, values), width),
    ...(data.text === undefined ? [] : quotedLines(data.text, width)),
    ...wrap(fillTemplate(words.wordHint, values), width, '   '),
  ];
}

/** Flags in words, with the ids behind them. */
export function flagsText(flags: readonly string[]): string {
  return flags.map((id) => withId(sentenceOf(id) ?? id, id)).join('; ');
}
