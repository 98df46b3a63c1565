import helmet from '@fastify/helmet';
import Fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyServerOptions,
} from 'fastify';
import { pushLimits } from '@psoas/sync';
import { createCalendarService } from '../calendar/calendar-service.ts';
import { createFeedService } from '../feed/feed-service.ts';
import type { RateLimit } from '../feed/rate-limit.ts';
import type { RelaySettings } from '../feed/relay-settings.ts';
import { refuseConnection, sendRefusal } from './answer.ts';
import type { Metrics } from './metrics.ts';
import { addCalendarRoutes } from './routes/calendars.ts';
import { addFeedRoutes } from './routes/feeds.ts';
import { addServiceRoutes } from './routes/service.ts';

/** What HTTP needs besides the relay's settings. */
export type AppSettings = RelaySettings & {
  /** Requests of one address to feeds. */
  readonly addressLimit: RateLimit;
  /** Whether `x-forwarded-for` names the address: only behind a proxy of one's own. */
  readonly isBehindProxy: boolean;
  readonly logLevel: string;
  readonly metrics: Metrics;
  /** Lets an answer wait. */
  readonly wait: (millis: number) => Promise<void>;
  /** Where lines of the log go; standard output where absent. */
  readonly logTo?: { readonly write: (line: string) => void };
};

/** [RE-01] The relay as a Fastify app that does not listen yet. */
export async function createApp(settings: AppSettings): Promise<FastifyInstance> {
  let isStopping = false;
  const app = Fastify({
    logger: loggerOf(settings),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: pushLimits.characters,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    // Who connects is the proxy. Whom it names last is believed, and nothing that stands before.
    trustProxy: settings.isBehindProxy ? (_address, hop) => hop === 0 : false,
    routerOptions: { maxParamLength: 64 },
    forceCloseConnections: 'idle',
    clientErrorHandler: (_error, socket) => refuseConnection(socket),
    // A path that cannot be read.
    frameworkErrors: (_error, _request, reply) =>
      void sendRefusal(reply, { type: 'no-such-page', rule: 'RE-01' }),
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'access-control-allow-origin': '*', 'cache-control': 'no-store' });
  });
  // The signature is over the body as it was sent, so it stays a text.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  app.setNotFoundHandler((_request, reply) => sendRefusal(reply, { type: 'no-such-page', rule: 'RE-01' }));
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error.statusCode === 413)
      return sendRefusal(reply, { type: 'too-large', rule: 'RE-05', limit: request.routeOptions.bodyLimit });
    if (error.statusCode !== undefined && error.statusCode < 500)
      return sendRefusal(reply, { type: 'unsupported-body', rule: 'RE-01' });
    request.log.error({ err: error }, 'fault');
    return sendRefusal(reply, { type: 'not-now', rule: 'RE-09' });
  });
  const service = createFeedService(settings);
  const { addressLimit, metrics, wait } = settings;
  addFeedRoutes(app, { service, settings, addressLimit, metrics, wait });
  if (settings.takesCalendars)
    addCalendarRoutes(app, { calendars: createCalendarService(settings), addressLimit, metrics, wait });
  addServiceRoutes(app, { storage: settings.storage, isStopping: () => isStopping });
  app.addHook('preClose', async () => {
    isStopping = true;
  });
  app.addHook('onClose', () => settings.storage.close());
  return app;
}

// [RE-12] Neither requests nor replies are logged: they hold feeds, keys and addresses.
function loggerOf({ logLevel, logTo }: AppSettings): NonNullable<FastifyServerOptions['logger']> {
  return {
    level: logLevel,
    base: null,
    serializers: {
      req: () => ({}),
      res: () => ({}),
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        code: error.code ?? '',
        message: error.message.replaceAll(/[0-9a-f]{32,}/gi, '...'),
        stack: (error.stack ?? '').split('\n').slice(1).join('\n'),
      }),
    },
    ...(logTo !== undefined && { stream: logTo }),
  };
}
