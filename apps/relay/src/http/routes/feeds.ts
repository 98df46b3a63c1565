import type { FastifyInstance } from 'fastify';
import { buckets, pushLimits, type Action } from '@psoas/sync';
import { z } from 'zod';
import type { FeedService } from '../../feed/feed-service.ts';
import { addressToKey, type RateLimit } from '../../feed/rate-limit.ts';
import { strangerRefusal } from '../../feed/relay-refusal.ts';
import type { RelaySettings } from '../../feed/relay-settings.ts';
import { sendRefusal } from '../answer.ts';
import { evenOutMillis } from '../even-out.ts';
import type { Metrics } from '../metrics.ts';
import { feedIdSchema } from '../wire-schemas.ts';

/** What the routes of feeds need. */
export type FeedRoutes = {
  readonly service: FeedService;
  readonly settings: RelaySettings;
  readonly addressLimit: RateLimit;
  readonly metrics: Metrics;
  readonly wait: (millis: number) => Promise<void>;
};

const paramsSchema = z.object({ feedId: feedIdSchema });
const actions = ['pull', 'push', 'record', 'read-log'] as const satisfies readonly Action[];

/** Bytes of an entry around its bucket (SPEC.md, "Entry"). */
const entryFrameBytes = 206;

/** [RE-01] The four actions on feeds, and what the relay says of itself. */
export function addFeedRoutes(app: FastifyInstance, routes: FeedRoutes): void {
  for (const action of actions) addActionRoute(app, action, routes);
  const { key, quota, takesCalendars } = routes.settings;
  app.get('/v1/relay', async () => ({
    version: 1,
    key: key.publicKey,
    quota,
    entryBytes: (buckets.at(-1) ?? 0) + entryFrameBytes,
    pushCharacters: pushLimits.characters,
    calendars: takesCalendars,
  }));
  // A page of another origin may ask: what counts is the signature, and there are no cookies.
  app.options('/v1/*', async (_request, reply) =>
    reply
      .headers({
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'authorization, content-type',
        'access-control-max-age': '86400',
      })
      .code(204)
      .send(),
  );
}

function addActionRoute(
  app: FastifyInstance,
  action: Action,
  { service, addressLimit, metrics, wait }: FeedRoutes,
): void {
  app.post(`/v1/feeds/:feedId/${action}`, async (request, reply) => {
    const start = performance.now();
    const finish = (outcome: string): void => {
      const seconds = (performance.now() - start) / 1000;
      metrics.countRequest({ action, outcome, seconds });
      request.log.info({ action, outcome, millis: Math.round(seconds * 1000) }, 'request');
    };
    const params = paramsSchema.safeParse(request.params);
    if (!params.success) {
      finish('no-such-page');
      return sendRefusal(reply, { type: 'no-such-page', rule: 'RE-01' });
    }
    const addressKey = addressToKey(request.ip);
    const waitMillis = addressLimit(addressKey);
    if (waitMillis > 0) {
      finish('too-many-requests');
      return sendRefusal(reply, { type: 'too-many-requests', rule: 'RE-05', waitMillis });
    }
    const asked = {
      action,
      feedId: params.data.feedId,
      authorization: request.headers.authorization ?? '',
      body: typeof request.body === 'string' ? request.body : '',
      addressKey,
    };
    const answer = await service(asked).catch((error: unknown) => {
      finish('not-now');
      throw error;
    });
    finish(answer.ok ? 'ok' : answer.error.type);
    if (!answer.ok && answer.error === strangerRefusal) await wait(evenOutMillis(performance.now() - start));
    if (!answer.ok) return sendRefusal(reply, answer.error);
    return reply.type('application/json; charset=utf-8').send(answer.value);
  });
}
