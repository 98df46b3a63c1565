import { createFieldReader, err, isRecord, readJson, type Result } from '@psoas/kernel';
import type { RandomBytes } from '../bytes/bytes.ts';
import type { SigningKey } from '../bytes/suite.ts';
import { signRequest, type Action, type CalendarAction } from '../request/sign-request.ts';
import { parsePullAnswer, writePullBody, type PullAnswer, type PullBody } from '../wire/pull.ts';
import { parsePushAnswer, writePushBody, type PushAnswer } from '../wire/push.ts';
import type { DamagedMessage } from '../wire/read-message.ts';
import {
  parseReadLogAnswer,
  parseRecordAnswer,
  writeReadLogBody,
  writeRecordBody,
  type LoggedRead,
  type RecordAnswer,
} from '../wire/records.ts';

/** The way to a relay. An app brings the network; tests bring a relay in memory. */
export type RelayPort = {
  /** The relay's origin, as it stands in signatures. */
  readonly origin: string;
  /** Sends one request. Rejects only when no answer came. */
  readonly post: (request: RelayPost) => Promise<RelayReply>;
  /** Reads an open page of the relay. Rejects only when no answer came. */
  readonly get: (path: string) => Promise<RelayReply>;
};

/** One request: where to, who signed it, what it says. */
export type RelayPost = { readonly path: string; readonly authorization: string; readonly body: string };

/** What came back. */
export type RelayReply = { readonly status: number; readonly body: string };

/** Clock and chance, as functions, because a talk with a relay takes time. */
export type TalkParts = {
  readonly port: RelayPort;
  readonly nowMillis: () => number;
  readonly random: RandomBytes;
};

/** Why a relay gave nothing: it was not reached, it refused, or it said something that nobody understands. */
export type RelayFault =
  | { readonly type: 'unreachable' }
  | { readonly type: 'refused'; readonly refused: string; readonly status: number; readonly waitMillis?: number; readonly byMillis?: number }
  | { readonly type: 'not-understood'; readonly problem: DamagedMessage };

/** A feed, and the key in whose name a request is made. */
export type Asker = { readonly feedId: string; readonly signer: SigningKey };

/** [Y-22] Asks for what comes after. */
export function askPull(parts: TalkParts, asker: Asker, body: PullBody): Promise<Result<PullAnswer, RelayFault>> {
  return ask(parts, { ...asker, action: 'pull', body: writePullBody(body) }, parsePullAnswer);
}

/** [Y-21] Brings entries. */
export function askPush(parts: TalkParts, asker: Asker, entries: readonly Uint8Array[]): Promise<Result<PushAnswer, RelayFault>> {
  return ask(parts, { ...asker, action: 'push', body: writePushBody(entries) }, parsePushAnswer);
}

/** [Y-12] Brings records. */
export function askRecord(parts: TalkParts, asker: Asker, records: readonly Uint8Array[]): Promise<Result<RecordAnswer, RelayFault>> {
  return ask(parts, { ...asker, action: 'record', body: writeRecordBody(records) }, parseRecordAnswer);
}

/** [Y-30] Asks who has read, after a moment in milliseconds. */
export function askReadLog(parts: TalkParts, asker: Asker, afterMillis: number): Promise<Result<readonly LoggedRead[], RelayFault>> {
  return ask(parts, { ...asker, action: 'read-log', body: writeReadLogBody(afterMillis) }, parseReadLogAnswer);
}

/** A request to a published calendar. */
export type CalendarQuestion = {
  readonly calendarId: string;
  readonly signer: SigningKey;
  readonly action: CalendarAction;
  readonly body: string;
};

const calendarPaths: Readonly<Record<CalendarAction, string>> = { 'put-calendar': 'put', 'end-calendar': 'end' };

/** [Y-33] Asks something of a published calendar. */
export function askCalendar<Answer>(
  parts: TalkParts,
  { calendarId, action, ...question }: CalendarQuestion,
  parse: Parse<Answer>,
): Promise<Result<Answer, RelayFault>> {
  const path = `/v1/calendars/${calendarId}/${calendarPaths[action]}`;
  return askAt(parts, { ...question, action, feedId: calendarId, path }, parse);
}

type Question = Asker & { readonly action: Action; readonly body: string };
type Parse<Answer> = (body: string) => Result<Answer, DamagedMessage>;

function ask<Answer>(parts: TalkParts, question: Question, parse: Parse<Answer>): Promise<Result<Answer, RelayFault>> {
  return askAt(parts, { ...question, path: `/v1/feeds/${question.feedId}/${question.action}` }, parse);
}

type PlacedQuestion = Asker & { readonly action: Action | CalendarAction; readonly body: string; readonly path: string };

async function askAt<Answer>(
  { port, nowMillis, random }: TalkParts,
  { action, feedId, signer, body, path }: PlacedQuestion,
  parse: Parse<Answer>,
): Promise<Result<Answer, RelayFault>> {
  const input = { action, feedId, signer, origin: port.origin, atMillis: nowMillis(), body };
  const reply = await send(port, { path, authorization: signRequest(input, random), body });
  if (reply === undefined) return err({ type: 'unreachable' });
  if (reply.status !== 200) return err(readRefusal(reply));
  const answer = parse(reply.body);
  return answer.ok ? answer : err({ type: 'not-understood', problem: answer.error });
}

async function send(port: RelayPort, post: RelayPost): Promise<RelayReply | undefined> {
  try {
    return await port.post(post);
  } catch {
    return undefined;
  }
}

// Something between may answer in the relay's place: a page of a hotel, a proxy that is down.
function readRefusal({ status, body }: RelayReply): RelayFault {
  const found = readJson(body);
  const reader = createFieldReader(found, '', []);
  const refused = reader?.text('refused');
  if (refused === undefined || !isRecord(found)) return { type: 'unreachable' };
  const { waitMillis, byMillis } = found;
  return {
    type: 'refused',
    refused,
    status,
    ...(typeof waitMillis === 'number' && { waitMillis }),
    ...(typeof byMillis === 'number' && { byMillis }),
  };
}

/** Whether a relay refused for this reason. */
export function isRefusal(fault: RelayFault, refused: string): boolean {
  return fault.type === 'refused' && fault.refused === refused;
}

