import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { calendarBodyCharacters, type CalendarAction } from '@psoas/sync';
import { z } from 'zod';
import type { CalendarService } from '../../calendar/calendar-service.ts';
import { addressToKey, type RateLimit } from '../../feed/rate-limit.ts';
import { strangerRefusal, type RelayRefusal } from '../../feed/relay-refusal.ts';
import { sendRefusal } from '../answer.ts';
import { evenOutMillis } from '../even-out.ts';
import type { Metrics } from '../metrics.ts';
import { calendarFileSchema, calendarIdSchema } from '../wire-schemas.ts';

/** What the routes of calendars need. */
export type CalendarRoutes = {
  readonly calendars: CalendarService;
  readonly addressLimit: RateLimit;
  readonly metrics: Metrics;
  readonly wait: (millis: number) => Promise<void>;
};

const paramsSchema = z.object({ calendarId: calendarIdSchema });
const fileSchema = z.object({ file: calendarFileSchema });
const fileEnding = '.ics';
const actionByPath = { put: 'put-calendar', end: 'end-calendar' } as const satisfies Readonly<
  Record<string, CalendarAction>
>;

/** What a calendar program hears where there is nothing for it, whyever. */
const nothingThere: RelayRefusal = { type: 'no-such-calendar', rule: 'RE-17' };

/** [RE-16, RE-17] Two actions of the owner, and one address that everybody may read who has it. */
export function addCalendarRoutes(app: FastifyInstance, routes: CalendarRoutes): void {
  for (const [path, action] of Object.entries(actionByPath))
    app.post(`/v1/calendars/:calendarId/${path}`, { bodyLimit: calendarBodyCharacters }, (request, reply) =>
      answerOwner(request, reply, { action, routes }),
    );
  app.get(`/calendar/:file`, (request, reply) => answerReader(request, reply, routes));
}

type Call = { readonly action: CalendarAction | 'read-calendar'; readonly routes: CalendarRoutes };

type Meter = { readonly finish: (outcome: string) => void; readonly takenMillis: () => number };

function startMeter(request: FastifyRequest, { action, routes }: Call): Meter {
  const start = performance.now();
  const takenMillis = (): number => performance.now() - start;
  return {
    takenMillis,
    finish: (outcome) => {
      const millis = takenMillis();
      routes.metrics.countRequest({ action, outcome, seconds: millis / 1000 });
      request.log.info({ action, outcome, millis: Math.round(millis) }, 'request');
    },
  };
}

async function answerOwner(
  request: FastifyRequest,
  reply: FastifyReply,
  { action, routes }: { readonly action: CalendarAction; readonly routes: CalendarRoutes },
): Promise<FastifyReply> {
  const { calendars, addressLimit, wait } = routes;
  const meter = startMeter(request, { action, routes });
  const params = paramsSchema.safeParse(request.params);
  const addressKey = addressToKey(request.ip);
  const early = params.success ? findRateRefusal(addressLimit, addressKey) : noSuchPage;
  if (!params.success || early !== undefined) return refuse(reply, early ?? noSuchPage, meter);
  const asked = {
    action,
    calendarId: params.data.calendarId,
    authorization: request.headers.authorization ?? '',
    body: typeof request.body === 'string' ? request.body : '',
    addressKey,
  };
  const answer = await watched(calendars.answer(asked), meter);
  if (!answer.ok && answer.error === strangerRefusal) await wait(evenOutMillis(meter.takenMillis()));
  if (!answer.ok) return refuse(reply, answer.error, meter);
  meter.finish('ok');
  return reply.type('application/json; charset=utf-8').send(answer.value);
}

async function answerReader(
  request: FastifyRequest,
  reply: FastifyReply,
  routes: CalendarRoutes,
): Promise<FastifyReply> {
  const { calendars, addressLimit, wait } = routes;
  const meter = startMeter(request, { action: 'read-calendar', routes });
  // Nothing but a calendar program has to read it, and no list of the web shall name it.
  void reply.removeHeader('access-control-allow-origin').header('x-robots-tag', 'noindex');
  const early = findRateRefusal(addressLimit, addressToKey(request.ip));
  if (early !== undefined) return refuse(reply, early, meter);
  const params = fileSchema.safeParse(request.params);
  const address = params.success ? params.data.file.slice(0, -fileEnding.length) : '';
  const text = await watched(calendars.read(address), meter);
  if (text === undefined) {
    await wait(evenOutMillis(meter.takenMillis()));
    return refuse(reply, nothingThere, meter);
  }
  meter.finish('ok');
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  void reply.header('etag', etag);
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag)) return reply.code(304).send();
  return reply.type('text/calendar; charset=utf-8').send(text);
}

const noSuchPage: RelayRefusal = { type: 'no-such-page', rule: 'RE-01' };

function findRateRefusal(addressLimit: RateLimit, addressKey: string): RelayRefusal | undefined {
  const waitMillis = addressLimit(addressKey);
  return waitMillis > 0 ? { type: 'too-many-requests', rule: 'RE-05', waitMillis } : undefined;
}

function refuse(reply: FastifyReply, refusal: RelayRefusal, { finish }: Meter): FastifyReply {
  finish(refusal.type);
  return sendRefusal(reply, refusal);
}

// What fails in storage is counted too; the app answers it (RE-09).
async function watched<Value>(work: Promise<Value>, { finish }: Meter): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    finish('not-now');
    throw error;
  }
}
