import { fillTemplate } from '@psoas/kernel';
import type { MadeShare, ShareMade } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/cli-share';
import { shareLinkToSealedText, shareLinkToText } from '@psoas/sync';
import { createShareId, openShare, revokeShare } from '@psoas/sync/client';
import { complain, isOn, printJson, printLines, textOption, type Command, type ExitCode } from '../io.ts';
import { readDiary, record } from '../open-diary.ts';
import { dayText } from '../print/day-text.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { qrLines } from '../print/qr-lines.ts';
import { lastDayOf, pushShare } from '../share/push-share.ts';
import { partWords } from '../share/list-words.ts';
import { readWantedShare, type WantedShare } from '../share/read-choice.ts';
import { newPassphrase } from '../share/read-passphrase.ts';
import { atShareDesk, shortId, type ShareDesk } from '../share/share-desk.ts';
import { openShareFeed } from '../share/share-feed.ts';
import { partsOf, sayFault } from '../sync/sync-desk.ts';

const dayMillis = 86_400_000;

/** Lets somebody see parts of the diary, and prints the link for them. */
export const shareMake: Command = (input, io) =>
  atShareDesk(input, io, async (desk) => {
    const wanted = await readWantedShare(input, io);
    const passphrase = wanted.ok ? await newPassphrase(input, io) : wanted;
    if (!wanted.ok || !passphrase.ok) {
      complain(io, wanted.ok ? (passphrase.ok ? '' : passphrase.error) : wanted.error);
      return 2;
    }
    return make(desk, wanted.value, passphrase.value);
  });

async function make(desk: ShareDesk, wanted: WantedShare, passphrase: string | undefined): Promise<ExitCode> {
  const { io, own, root, diary } = desk;
  const parts = partsOf(desk, own.relay);
  const data = dataOf(desk, wanted);
  const opened = await openShare(parts, { identity: root, shareId: data.share }, data.untilMillis ?? 0);
  if (!opened.ok) return sayFault(io, opened.error, own.relay);
  const written = await record(diary, io, [{ kind: 'share-made', data }]);
  if (!written.ok) return endAgain(desk, data.share);
  const state = await readDiary(diary, io);
  const made = state.ok ? state.value.shares.find(({ share }) => share === data.share) : undefined;
  if (!state.ok || made === undefined) return 1;
  const pushed = await pushShare({ ...desk, state: state.value }, made);
  if (!pushed.ok) return sayFault(io, pushed.error, own.relay);
  const linkText = passphrase === undefined ? shareLinkToText(opened.value) : shareLinkToSealedText(opened.value, passphrase, io.random);
  const link = `${pageOf(desk)}#${linkText}`;
  if (isOn(desk.input, 'json')) printJson(io, { share: data.share, link, hasPassphrase: passphrase !== undefined });
  else printLines(io, madeLines(desk, made, { link, isSealed: passphrase !== undefined }));
  return 0;
}

function dataOf({ io }: ShareDesk, { days, ...wanted }: WantedShare): ShareMade {
  return {
    share: createShareId(io.random),
    ...wanted,
    ...(days !== undefined && { untilMillis: io.clock.nowMillis() + days * dayMillis }),
  };
}

// The app usually stands where the relay does: the same process serves both.
function pageOf({ input, own }: ShareDesk): string {
  const app = textOption(input, 'app') ?? own.relay;
  return `${app.replace(/\/$/, '')}/shared`;
}

// A share that the diary does not know could never be ended.
async function endAgain(desk: ShareDesk, share: string): Promise<ExitCode> {
  const { io, own, root } = desk;
  const reply = await openShareFeed(desk, share, 'reply');
  const ended = reply.ok ? await revokeShare(partsOf(desk, own.relay), { identity: root, shareId: share }, reply.value) : reply;
  if (!ended.ok) return sayFault(io, ended.error, own.relay);
  complain(io, text.make.notRecorded);
  return 1;
}

function madeLines(
  { io }: ShareDesk,
  made: MadeShare,
  { link, isSealed }: { readonly link: string; readonly isSealed: boolean },
): readonly string[] {
  const width = textWidth(io.screen);
  const name = made.label;
  const last = lastDayOf(made);
  const until =
    last === undefined ? fillTemplate(text.make.noEnd, { id: shortId(made.share) }) : fillTemplate(text.make.untilDay, { day: dayText(last) });
  return [
    ...wrap(fillTemplate(text.make.done, { name, parts: partWords(made.parts), until }), width),
    ...wrap(fillTemplate(isSealed ? text.make.sendSealed : text.make.send, { name }), width),
    '',
    ...(io.screen.isInteractive ? [...qrLines(link, io.screen), ''] : []),
    link,
  ];
}
