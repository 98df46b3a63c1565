import { longestGuestName, longestGuestText, tamedLine } from '@psoas/core/sharing';
import { isRecord, parseLocalDate, type LocalDate, type UnknownRecord } from '@psoas/kernel';
import type { ImportedPlan, NotUsed } from './imported-plan.ts';

type ReadAbout = { readonly about: Omit<ImportedPlan, 'exercises' | 'notUsed'>; readonly notUsed: readonly NotUsed[] };

/** What a plan says of itself. None of it decides anything: it is told to the person, who does. */
export function readAbout(plan: UnknownRecord, path: string): ReadAbout {
  const line = (value: unknown, longest: number): string | undefined => (typeof value === 'string' ? tamedLine(value, longest) : undefined);
  const title = line(plan['title'], longestGuestText);
  const author = line(isRecord(plan['author']) ? plan['author']['display'] : undefined, longestGuestName);
  const subject = line(nameOf(plan['subject']), longestGuestText);
  const period = isRecord(plan['period']) ? plan['period'] : {};
  const [startsOn, endsOn] = [dayOf(period['start']), dayOf(period['end'])];
  const unread = {
    title: plan['title'] !== undefined && title === undefined,
    author: plan['author'] !== undefined && author === undefined,
    subject: plan['subject'] !== undefined && subject === undefined,
    period: plan['period'] !== undefined && !isRecord(plan['period']),
    'period.start': period['start'] !== undefined && startsOn === undefined,
    'period.end': period['end'] !== undefined && endsOn === undefined,
  };
  return {
    about: {
      ...(title !== undefined && { title }),
      ...(author !== undefined && { author }),
      ...(subject !== undefined && { subject }),
      isDraft: plan['status'] === 'draft' || plan['intent'] === 'proposal',
      ...(startsOn !== undefined && { startsOn }),
      ...(endsOn !== undefined && { endsOn }),
    },
    notUsed: Object.entries(unread).flatMap(([key, is]) => (is ? [{ path: `${path}.${key}`, reason: 'not-read' } as const] : [])),
  };
}

// A name where there is one; else where the resource lies.
function nameOf(reference: unknown): unknown {
  return isRecord(reference) ? (reference['display'] ?? reference['reference']) : undefined;
}

// The day of a moment is the one that is written: FHIR's dates may carry a time behind a T. A month or a year is no day.
function dayOf(value: unknown): LocalDate | undefined {
  const [text] = typeof value === 'string' ? value.split('T') : [];
  const day = text === undefined ? undefined : parseLocalDate(text);
  return day?.ok === true ? day.value : undefined;
}
