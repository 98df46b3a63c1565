import { err, ok, type Result } from '@psoas/kernel';
import {
  addressToCalendarId,
  parseEndCalendarBody,
  parsePutCalendarBody,
  publicKeyToCalendarId,
  writeEndCalendarAnswer,
  writePutCalendarAnswer,
  type CalendarAction,
} from '@psoas/sync';
import { identifySigner } from '../feed/judge-request.ts';
import { strangerRefusal, type RelayRefusal } from '../feed/relay-refusal.ts';
import type { RelaySettings } from '../feed/relay-settings.ts';
import { calendarDays, judgeEnd, judgePut, type Judged, type SignedCalendarRequest } from './judge-calendar.ts';
import type { StoredCalendar } from '../storage/calendar-storage.ts';

/** A request to a calendar as it came. */
export type CalendarRequest = {
  readonly action: CalendarAction;
  readonly calendarId: string;
  readonly authorization: string;
  readonly body: string;
  /** Stands for the address it came from; never stored and never logged. */
  readonly addressKey: string;
};

/** Published calendars without HTTP. */
export type CalendarService = {
  /** The text of the answer, or why there is none. */
  readonly answer: (request: CalendarRequest) => Promise<Result<string, RelayRefusal>>;
  /** The calendar behind an address; undefined where there is none, or none any more. */
  readonly read: (address: string) => Promise<string | undefined>;
};

const dayMillis = 86_400_000;

/** [RE-16, RE-17, RE-18] Calendars that their owner puts and ends, and everybody with the address reads. */
export function createCalendarService(settings: RelaySettings): CalendarService {
  const { storage, nowMillis } = settings;
  let droppedAtMillis = Number.NEGATIVE_INFINITY;
  // [RE-18] Calendar programs ask day after day, so whatever lies here is looked at as often.
  const dropOld = (): void => {
    const now = nowMillis();
    if (now - droppedAtMillis < dayMillis) return;
    droppedAtMillis = now;
    // One that is too old is not shown either way; the next day tries again.
    storage.dropCalendars(now - calendarDays * dayMillis).catch(() => {});
  };
  return {
    answer: async (request) => {
      dropOld();
      const checked = await identify(request, settings);
      return checked.ok ? answerSigned(request, checked.value, settings) : checked;
    },
    read: async (address) => {
      dropOld();
      const calendarId = addressToCalendarId(address);
      const stored = calendarId === undefined ? undefined : await storage.readCalendar(calendarId);
      if (stored === undefined || nowMillis() - stored.renewedAtMillis > calendarDays * dayMillis) return undefined;
      return stored.text ?? undefined;
    },
  };
}

// [RE-16] Whose key makes another id hears what every stranger hears, before anything is looked up.
async function identify(
  request: CalendarRequest,
  { origins, nowMillis }: RelaySettings,
): Promise<Result<SignedCalendarRequest, RelayRefusal>> {
  const { calendarId, addressKey } = request;
  const now = nowMillis();
  const signed = await identifySigner({ ...request, feedId: calendarId }, origins, now);
  if (!signed.ok) return signed;
  const { signerKey, atMillis } = signed.value;
  if (publicKeyToCalendarId(signerKey) !== calendarId) return err(strangerRefusal);
  return ok({ calendarId, addressKey, signedAtMillis: atMillis, nowMillis: now });
}

async function answerSigned(
  { action, body, calendarId }: CalendarRequest,
  request: SignedCalendarRequest,
  settings: RelaySettings,
): Promise<Result<string, RelayRefusal>> {
  const waitMillis = settings.feedLimit(calendarId);
  if (waitMillis > 0) return err({ type: 'too-many-requests', rule: 'RE-05', waitMillis });
  if (action === 'put-calendar') {
    const text = parsePutCalendarBody(body);
    if (!text.ok) return text;
    const done = await decide(settings, calendarId, (stored) => judgePut(request, text.value, { stored, settings }));
    return done.ok ? ok(writePutCalendarAnswer(calendarDays)) : done;
  }
  const parsed = parseEndCalendarBody(body);
  if (!parsed.ok) return parsed;
  const ended = await decide(settings, calendarId, (stored) => judgeEnd(request, { stored, settings }));
  if (!ended.ok) return ended;
  const { receipt } = ended.value;
  // A judge that ends a calendar writes one.
  return receipt === null ? err({ type: 'not-now', rule: 'RE-09' }) : ok(writeEndCalendarAnswer(receipt));
}

function decide(
  { storage, totalLimit }: RelaySettings,
  calendarId: string,
  judge: (stored: StoredCalendar | undefined) => Result<Judged, RelayRefusal>,
): Promise<Result<StoredCalendar, RelayRefusal>> {
  return storage.decideCalendar<Result<StoredCalendar, RelayRefusal>>(calendarId, (stored) => {
    const judged = judge(stored);
    if (!judged.ok) return { answer: judged };
    const { calendar, growth } = judged.value;
    if (growth === undefined) return { answer: ok(calendar) };
    const full = calendar.text === null ? undefined : totalLimit.findFull(growth);
    if (full !== undefined) return { answer: err(full) };
    totalLimit.add(growth);
    return { answer: ok(calendar), change: calendar };
  });
}
