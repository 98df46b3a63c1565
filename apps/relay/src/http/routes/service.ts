import type { FastifyInstance } from 'fastify';
import type { FeedStorage } from '../../storage/feed-storage.ts';
import { createOpenApi } from '../openapi.ts';

/** What the routes for operators need. */
export type ServiceRoutes = {
  readonly storage: FeedStorage;
  readonly isStopping: () => boolean;
};

/** [RE-11, RE-12] What machines ask that look after the relay. */
export function addServiceRoutes(
  app: FastifyInstance,
  { storage, isStopping }: ServiceRoutes,
): void {
  const openApi = createOpenApi();
  app.get('/openapi.json', async () => openApi);
  app.get('/healthz', async (_request, reply) => reply.type('text/plain; charset=utf-8').send('ok\n'));
  app.get('/readyz', async (request, reply) => {
    const isReady =
      !isStopping() && (await answers(storage, (error) => request.log.error({ err: error }, 'storage')));
    return reply
      .code(isReady ? 200 : 503)
      .type('text/plain; charset=utf-8')
      .send(isReady ? 'ready\n' : 'not ready\n');
  });
}

async function answers(storage: FeedStorage, report: (error: unknown) => void): Promise<boolean> {
  try {
    await storage.check();
    return true;
  } catch (error) {
    report(error);
    return false;
  }
}
