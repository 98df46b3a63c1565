import { parseArgs } from 'node:util';
import { err, ok, type Result } from '@psoas/kernel';
import { z } from 'zod';

const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const rate = whole(0, 1_000_000);
const flag = z.enum(['0', '1']).transform((value) => value === '1');
const originText = z
  .string()
  .regex(/^https?:\/\/[a-z0-9.[\]:-]+$/, 'an origin such as https://relay.example');

/** Every setting, by the name of its environment variable. */
const schema = z.object({
  PSOAS_RELAY_PORT: whole(0, 65_535).default(8421),
  PSOAS_RELAY_HOST: z.string().min(1).default('127.0.0.1'),
  PSOAS_RELAY_DATA: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'postgres://...')
    .optional(),
  PSOAS_RELAY_ORIGIN: z
    .string()
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .pipe(z.array(originText).min(1))
    .optional(),
  PSOAS_RELAY_KEY_FILE: z.string().min(1).optional(),
  PSOAS_RELAY_BEHIND_PROXY: flag.default(false),
  PSOAS_RELAY_LOG: z.enum(['silent', 'error', 'warn', 'info']).default('info'),
  PSOAS_RELAY_METRICS_PORT: whole(0, 65_535).default(0),
  PSOAS_RELAY_METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  PSOAS_RELAY_TOTAL_BYTES: whole(0, Number.MAX_SAFE_INTEGER).default(10_737_418_240),
  PSOAS_RELAY_TOTAL_FEEDS: whole(0, 1_000_000_000).default(100_000),
  PSOAS_RELAY_TOTAL_CALENDARS: whole(0, 1_000_000_000).default(100_000),
  PSOAS_RELAY_CALENDARS: flag.default(true),
  PSOAS_RELAY_FEED_BYTES: whole(65_742, 10_000_000_000).default(20_971_520),
  PSOAS_RELAY_FEED_ENTRIES: whole(1, 10_000_000).default(50_000),
  PSOAS_RELAY_ADDRESS_RATE: rate.default(300),
  PSOAS_RELAY_FEED_RATE: rate.default(120),
  PSOAS_RELAY_NEW_FEEDS_RATE: rate.default(2),
});

/** The relay's settings, read and checked. */
export type RelayConfig = {
  readonly host: string;
  readonly port: number;
  readonly storage:
    | { readonly kind: 'sqlite'; readonly folder: string }
    | { readonly kind: 'postgres'; readonly url: string };
  readonly keyFile: string;
  /** Absent for a relay of this machine alone: then they follow from the port. */
  readonly origins: readonly string[] | undefined;
  readonly isBehindProxy: boolean;
  readonly logLevel: string;
  /** Where the numbers for Prometheus are; absent for nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** For all feeds and calendars together; 0 for no limit. */
  readonly total: { readonly feeds: number; readonly calendars: number; readonly bytes: number };
  /** Whether calendars may be published, the one thing that a relay could read. */
  readonly takesCalendars: boolean;
  readonly quota: { readonly entries: number; readonly bytes: number };
  /** Requests for each minute; 0 for no limit. */
  readonly perMinute: { readonly address: number; readonly feed: number; readonly newFeeds: number };
};

/** Stands in `--help` and in docs/spec/relay.md. */
export const usage = `psoas relay [--port <number>] [--data <folder>]

Stores sealed feeds, and can read nothing in them. Keeps the neutral calendars that people publish. Ctrl+C stops it.

  --port <number>   PSOAS_RELAY_PORT     the port (8421); 0 takes a free one
  --data <folder>   PSOAS_RELAY_DATA     the folder of its SQLite file and its key
  --help                                 print this

Environment:
  DATABASE_URL                 PostgreSQL instead of SQLite: postgres://user:password@host/database
  PSOAS_RELAY_HOST             the address to listen on (127.0.0.1)
  PSOAS_RELAY_ORIGIN           how browsers reach it, such as https://relay.example; several with commas between;
                               needed where others than this machine reach it
  PSOAS_RELAY_KEY_FILE         the file of the key that signs receipts (relay.key in the data folder);
                               made where it is missing; several relays share one
  PSOAS_RELAY_BEHIND_PROXY     1: believe x-forwarded-for of a proxy of your own (0)
  PSOAS_RELAY_LOG              silent, error, warn or info (info)
  PSOAS_RELAY_METRICS_PORT     serve /metrics for Prometheus there (0: nowhere)
  PSOAS_RELAY_METRICS_HOST     the address for it (127.0.0.1)
  PSOAS_RELAY_TOTAL_BYTES      the most bytes of all feeds and calendars together (10737418240); 0 for no limit
  PSOAS_RELAY_TOTAL_FEEDS      the most feeds (100000); 0 for no limit
  PSOAS_RELAY_CALENDARS        0: nobody may publish a calendar, the one thing that a relay could read (1)
  PSOAS_RELAY_TOTAL_CALENDARS  the most calendars (100000); 0 for no limit
  PSOAS_RELAY_FEED_BYTES       the most bytes of entries in a feed (20971520)
  PSOAS_RELAY_FEED_ENTRIES     the most entries in a feed (50000)
  PSOAS_RELAY_ADDRESS_RATE     requests of one address in a minute (300); 0 for no limit
  PSOAS_RELAY_FEED_RATE        requests of members to one feed or calendar in a minute (120); 0 for no limit
  PSOAS_RELAY_NEW_FEEDS_RATE   new feeds and calendars from one address in a minute (2); 0 for no limit

Exit code: 0 stopped, 1 could not start, 2 wrong command line or setting.`;

/** Why the relay does not start: words to print, and the exit code. */
export type ConfigStop = { readonly text: string; readonly exitCode: 0 | 2 };

/** Reads the command line and the environment; the command line wins. */
export function readConfig(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<RelayConfig, ConfigStop> {
  const line = readLine(words);
  if (!line.ok) return line;
  const given = Object.entries({ ...environment, ...line.value }).filter(([, value]) => value !== '');
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return err({ text: `${faults.join('\n')}\nSee psoas relay --help.`, exitCode: 2 });
  }
  return toConfig(parsed.data);
}

function readLine(words: readonly string[]): Result<Readonly<Record<string, string>>, ConfigStop> {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { port: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help === true) return err({ text: usage, exitCode: 0 });
    return ok({
      ...(values.port !== undefined && { PSOAS_RELAY_PORT: values.port }),
      ...(values.data !== undefined && { PSOAS_RELAY_DATA: values.data }),
    });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return err({ text: `${text}\nSee psoas relay --help.`, exitCode: 2 });
  }
}

function toConfig(values: z.infer<typeof schema>): Result<RelayConfig, ConfigStop> {
  const { PSOAS_RELAY_DATA: folder, DATABASE_URL: url, PSOAS_RELAY_KEY_FILE: keyFile } = values;
  if (folder === undefined && url === undefined)
    return err({ text: 'Say where feeds are kept: --data <folder>, or DATABASE_URL.', exitCode: 2 });
  if (folder === undefined && keyFile === undefined)
    return err({ text: 'Say where the key is: PSOAS_RELAY_KEY_FILE, or --data <folder>.', exitCode: 2 });
  const isLocal = ['127.0.0.1', '::1', 'localhost'].includes(values.PSOAS_RELAY_HOST);
  if (!isLocal && values.PSOAS_RELAY_ORIGIN === undefined)
    return err({ text: 'Say how browsers reach it: PSOAS_RELAY_ORIGIN.', exitCode: 2 });
  return ok({
    host: values.PSOAS_RELAY_HOST,
    port: values.PSOAS_RELAY_PORT,
    storage: url === undefined ? { kind: 'sqlite', folder: folder ?? '' } : { kind: 'postgres', url },
    keyFile: keyFile ?? `${folder}/relay.key`,
    origins: values.PSOAS_RELAY_ORIGIN,
    isBehindProxy: values.PSOAS_RELAY_BEHIND_PROXY,
    logLevel: values.PSOAS_RELAY_LOG,
    metrics:
      values.PSOAS_RELAY_METRICS_PORT === 0
        ? undefined
        : { host: values.PSOAS_RELAY_METRICS_HOST, port: values.PSOAS_RELAY_METRICS_PORT },
    total: {
      feeds: values.PSOAS_RELAY_TOTAL_FEEDS,
      calendars: values.PSOAS_RELAY_TOTAL_CALENDARS,
      bytes: values.PSOAS_RELAY_TOTAL_BYTES,
    },
    takesCalendars: values.PSOAS_RELAY_CALENDARS,
    quota: { entries: values.PSOAS_RELAY_FEED_ENTRIES, bytes: values.PSOAS_RELAY_FEED_BYTES },
    perMinute: {
      address: values.PSOAS_RELAY_ADDRESS_RATE,
      feed: values.PSOAS_RELAY_FEED_RATE,
      newFeeds: values.PSOAS_RELAY_NEW_FEEDS_RATE,
    },
  });
}
