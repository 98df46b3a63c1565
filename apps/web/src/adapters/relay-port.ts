import type { RelayPort, RelayReply } from '@psoas/sync/client';

/** A slow network is given this long for one answer. */
const answerMillis = 30_000;

/**
 * The way to a relay over the network. A redirect is no answer: what is signed is for one origin.
 * @param origin As browsers write it: scheme, host and a port that is not the usual one.
 */
export function createRelayPort(origin: string): RelayPort {
  return {
    origin,
    post: ({ path, authorization, body }) =>
      send(origin + path, { method: 'POST', body, headers: { authorization, 'content-type': 'application/json' } }),
    get: (path) => send(origin + path, { method: 'GET' }),
  };
}

async function send(url: string, init: RequestInit): Promise<RelayReply> {
  const response = await fetch(url, {
    ...init,
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(answerMillis),
  });
  return { status: response.status, body: await response.text() };
}
