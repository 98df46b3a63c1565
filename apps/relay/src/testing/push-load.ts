import { parsePushAnswer } from '@psoas/sync';
import { unwrap } from './household.ts';
import type { KeepAliveClient } from './keep-alive-client.ts';
import type { LoadPush } from './signed-load.ts';

/** What became of a load: how long each answer took, and all of them, in milliseconds. */
export type LoadResult = { readonly millis: readonly number[]; readonly allMillis: number };

/**
 * Sends pushes over some connections, each of which waits for its answer.
 * @throws Error where one is not confirmed.
 */
export async function pushLoad(
  clients: readonly KeepAliveClient[],
  pushes: readonly LoadPush[],
): Promise<LoadResult> {
  const waiting = [...pushes];
  const millis: number[] = [];
  const start = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const begun = performance.now();
        const { text } = await client.post(next);
        millis.push(performance.now() - begun);
        const [result] = unwrap(parsePushAnswer(text)).results;
        if (result === undefined || !('seq' in result)) throw new Error(text);
      }
    }),
  );
  return { millis, allMillis: performance.now() - start };
}
