import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-sync';
import { diaryDifference, type DiaryFeed } from '@psoas/sync/client';
import { complain, isOn, printJson, printLines, type Command, type ExitCode } from '../io.ts';
import { readEntries } from '../open-diary.ts';
import { columns } from '../print/layout.ts';
import { lookAtDiaryFeed } from '../sync/diary-feed.ts';
import type { KeptIdentity } from '../sync/kept-identity.ts';
import { readLastSync, type LastSync } from '../sync/last-sync.ts';
import { placeOf, readOwn, sayFailure } from '../sync/sync-desk.ts';

/** Where and when this device synced last. Nobody is asked, and nothing is changed. */
export const syncState: Command = async (input, io) => {
  const place = placeOf(input, io);
  const looked = await place.folder.look(async (files): Promise<Looked | ExitCode | undefined> => {
    const own = await readOwn(place, files);
    if (own === undefined || typeof own === 'number') return own;
    return { own, feed: await lookAtDiaryFeed(own, files), last: await readLastSync(files) };
  });
  if (!looked.ok) return sayFailure(place, looked.error);
  if (typeof looked.value === 'number') return looked.value;
  if (looked.value === undefined) {
    if (isOn(input, 'json')) printJson(io, { isStarted: false });
    else complain(io, text.start.notStarted);
    return isOn(input, 'json') ? 0 : 2;
  }
  const content = await readEntries(place.diary, io);
  if (!content.ok) return 1;
  const state = stateOf(looked.value, content.value.entries);
  if (isOn(input, 'json')) printJson(io, { isStarted: true, ...state });
  else printLines(io, stateLines(state, io.clock.nowMillis()));
  return 0;
};

type Looked = { readonly own: KeptIdentity; readonly feed: DiaryFeed | undefined; readonly last: LastSync };

function stateOf({ own, feed, last }: Looked, entries: readonly unknown[]) {
  const replicas = feed === undefined ? [] : [...feed.earlier, feed.replica];
  const waiting = feed?.replica.waiting.filter(({ isStored }) => !isStored).length ?? 0;
  return {
    relay: own.relay,
    deviceId: own.identity.deviceId,
    kind: own.identity.kind,
    entries: replicas.reduce((sum, replica) => sum + replica.entries.size, 0) - waiting,
    unsent: waiting + diaryDifference(entries, replicas).unsent.length,
    ...last,
  };
}

function stateLines(state: ReturnType<typeof stateOf>, nowMillis: number): readonly string[] {
  const { columns: names } = text.state;
  return columns([
    [names.relay, state.relay],
    [names.device, fillTemplate(text.state[state.kind], { id: state.deviceId })],
    [names.last, lastText(state, nowMillis)],
    [names.feed, fillTemplate(text.state.entries, { count: state.entries })],
    [names.unsent, fillTemplate(text.state.entries, { count: state.unsent })],
  ]);
}

function lastText({ throughMillis, hasFailedSince }: LastSync, nowMillis: number): string {
  if (throughMillis === undefined) return text.state.never;
  const when = agoText(nowMillis - throughMillis);
  return fillTemplate(hasFailedSince ? text.state.lastFailed : text.state.last, { when });
}

function agoText(millis: number): string {
  const minutes = Math.floor(millis / 60_000);
  if (minutes < 1) return text.state.justNow;
  if (minutes < 90) return fillTemplate(text.state.minutes, { count: minutes });
  const hours = Math.round(minutes / 60);
  return hours < 48
    ? fillTemplate(text.state.hours, { count: hours })
    : fillTemplate(text.state.days, { count: Math.round(hours / 24) });
}
