import { calendarLimits, pullLimit, pushLimits } from '@psoas/sync';
import { z } from 'zod';

const count = z.int().min(0);
const version = z.literal(1);
const id = z.string().regex(/^[0-9a-f]{64}$/);
const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/);

/** A feed's id in a path. */
export const feedIdSchema = id.describe('The feed: 64 lower-case hexadecimal digits.');

/** A calendar's id in a path. */
export const calendarIdSchema = id.describe('The calendar: 64 lower-case hexadecimal digits.');

/** The last part of the address of a calendar. */
export const calendarFileSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}\.ics$/)
  .describe('The random address, 43 letters of base64url, and `.ics`.');

/** The bodies and answers of sealed feeds and published calendars, as OpenAPI shows them. `@psoas/sync` reads and writes them. */
export const wireSchemas = {
  PullBody: z.object({ version, after: count, recordsAfter: count, limit: count.max(pullLimit) }),
  PullAnswer: z.object({
    version,
    after: count,
    records: z.array(base64url),
    entries: z.array(base64url).max(pullLimit),
    last: count,
    head: id,
  }),
  PushBody: z.object({ version, entries: z.array(base64url).max(pushLimits.entries) }),
  PushAnswer: z.object({
    version,
    results: z.array(
      z.union([z.object({ id, seq: count.min(1) }), z.object({ id: z.string(), refused: z.string() })]),
    ),
    nearlyFull: z.boolean(),
  }),
  RecordBody: z.object({ version, records: z.array(base64url).max(100) }),
  RecordAnswer: z.object({ version, count, receipt: base64url.nullable() }),
  ReadLogBody: z.object({ version, after: count }),
  ReadLogAnswer: z.object({
    version,
    reads: z.array(z.object({ at: count, key: id, from: count, to: count })),
  }),
  PutCalendarBody: z.object({ version, text: z.string().max(calendarLimits.bytes) }),
  PutCalendarAnswer: z.object({ version, keptDays: count }),
  EndCalendarBody: z.object({ version }),
  EndCalendarAnswer: z.object({ version, receipt: base64url }),
  RelayAnswer: z
    .object({
      version,
      key: id.describe('The key that signs receipts.'),
      quota: z.object({ entries: count, bytes: count }),
      entryBytes: count,
      pushCharacters: count,
      calendars: z.boolean().describe('Whether calendars may be published here.'),
    })
    .describe('What this relay is and allows.'),
  Refusal: z
    .looseObject({ version, refused: z.string(), rule: z.string().optional() })
    .describe('The name of the refusal, its rule, its numbers.'),
} as const;

/** The name of a schema. */
export type WireSchemaName = keyof typeof wireSchemas;
