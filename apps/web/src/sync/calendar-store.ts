import { createFieldReader, isRecord } from '@psoas/kernel';
import type { SyncStorage } from '../adapters/sync-storage.ts';
import type { CalendarWish } from './calendar-tasks.ts';

/** What this device keeps of the calendar that it publishes: its secret, the consent, and what went out last. */
export type KeptCalendar = {
  /** 32 random bytes, of this calendar alone (Y-33). */
  readonly secret: Uint8Array;
  /** The relay's origin. */
  readonly relay: string;
  readonly wish: CalendarWish;
  readonly consentedAtMillis: number;
  /** How often it was published. */
  readonly sequence: number;
  readonly putAtMillis: number;
  readonly text: string;
};

const keptName = 'published-calendar';
const version = 1;

type Kept = Pick<SyncStorage, 'readKept' | 'writeKept' | 'removeKept'>;

/** Undefined where this device publishes none. Rejects where what is kept is damaged: the address could not be ended. */
export async function readKeptCalendar(storage: Pick<Kept, 'readKept'>): Promise<KeptCalendar | undefined> {
  const kept = await storage.readKept(keptName);
  if (kept === undefined) return undefined;
  const calendar = readCalendar(kept);
  if (calendar === undefined) throw new Error('what is kept about the published calendar is damaged or newer');
  return calendar;
}

/** Keeps it. */
export function writeKeptCalendar(storage: Pick<Kept, 'writeKept'>, calendar: KeptCalendar): Promise<void> {
  return storage.writeKept(keptName, { version, ...calendar });
}

/** Forgets it, with its secret. */
export function removeKeptCalendar(storage: Pick<Kept, 'removeKept'>): Promise<void> {
  return storage.removeKept(keptName);
}

const anyCount = { min: 0, max: Number.MAX_SAFE_INTEGER, whole: true } as const;

function readCalendar(kept: unknown): KeptCalendar | undefined {
  if (!isRecord(kept) || kept['version'] !== version) return undefined;
  const reader = createFieldReader(kept, 'calendar', []);
  const wish = reader?.inner('wish');
  const { secret, text } = kept;
  const [relay, withBreaks, startMinute] = [reader?.text('relay'), wish?.flag('withBreaks'), wish?.number('startMinute', { min: 0, max: 1439, whole: true })];
  const [consentedAtMillis, sequence, putAtMillis] = [reader?.number('consentedAtMillis', anyCount), reader?.number('sequence', anyCount), reader?.number('putAtMillis', anyCount)];
  if (!(secret instanceof Uint8Array) || secret.length !== 32 || typeof text !== 'string' || relay === undefined) return undefined;
  if (withBreaks === undefined || startMinute === undefined || consentedAtMillis === undefined || sequence === undefined || putAtMillis === undefined) return undefined;
  return { secret, relay, wish: { withBreaks, startMinute }, consentedAtMillis, sequence, putAtMillis, text };
}
