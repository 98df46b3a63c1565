import { ok, type Result } from '@psoas/kernel';
import type { CalendarKeys } from '../calendar/calendar-keys.ts';
import { readReceipt, type Receipt } from '../request/receipt.ts';
import {
  parseEndCalendarAnswer,
  parsePutCalendarAnswer,
  writeEndCalendarBody,
  writePutCalendarBody,
} from '../wire/calendar.ts';
import { askCalendar, type RelayFault, type TalkParts } from './relay-port.ts';

type Owner = Pick<CalendarKeys, 'calendarId' | 'owner'>;

/** [Y-33] Puts a calendar in the place of what was there; gives for how many days the relay keeps it without another. */
export function putCalendar(parts: TalkParts, { calendarId, owner }: Owner, text: string): Promise<Result<number, RelayFault>> {
  const question = { calendarId, signer: owner, action: 'put-calendar', body: writePutCalendarBody(text) } as const;
  return askCalendar(parts, question, parsePutCalendarAnswer);
}

/** What an end came to. The receipt is missing where it is not signed by the relay's key. */
export type EndedCalendar = { readonly receipt?: Receipt; readonly receiptBytes: Uint8Array };

/** [Y-33] Ends a calendar: its address gives nothing any more. Asked again, the relay answers the same. */
export async function endCalendar(
  parts: TalkParts,
  { calendarId, owner }: Owner,
  relayKey: string,
): Promise<Result<EndedCalendar, RelayFault>> {
  const question = { calendarId, signer: owner, action: 'end-calendar', body: writeEndCalendarBody() } as const;
  const answer = await askCalendar(parts, question, parseEndCalendarAnswer);
  if (!answer.ok) return answer;
  const receipt = readReceipt(answer.value, relayKey);
  return ok({ receiptBytes: answer.value, ...(receipt.ok && { receipt: receipt.value }) });
}
