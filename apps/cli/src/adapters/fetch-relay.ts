import type { RelayPort, RelayReply } from '@psoas/sync/client';

/** How long an answer may take. A push of one MiB over a slow line takes its time. */
const patienceMillis = 30_000;

/** The way to a relay over HTTP. */
export function connectRelay(origin: string): RelayPort {
  const ask = async (path: string, init: RequestInit): Promise<RelayReply> => {
    // A relay sends nobody elsewhere; who does is something else in its place.
    const reply = await fetch(`${origin}${path}`, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patienceMillis) });
    return { status: reply.status, body: await reply.text() };
  };
  return {
    origin,
    get: (path) => ask(path, {}),
    post: ({ path, authorization, body }) =>
      ask(path, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body }),
  };
}
