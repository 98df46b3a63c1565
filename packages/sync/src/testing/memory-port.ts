import type { RelayPort } from '../client/relay-port.ts';
import type { Action } from '../request/sign-request.ts';
import { testOrigin, type MemoryRelay } from './memory-relay.ts';

/** Names of refusals that say: the feed is in another state than you think. */
const conflicts: ReadonlySet<string> = new Set(['fork', 'wrong-number', 'already-joined', 'already-created']);

/** What is between a device and the relay of a test: it can be cut, and count what went over it. */
export type TestNetwork = { isDown: boolean; requests: number };

/** The way to a relay in memory. */
export function createMemoryPort(relay: MemoryRelay, network: TestNetwork): RelayPort {
  return {
    origin: testOrigin,
    get: (path) => {
      if (network.isDown) return Promise.reject(new Error('no network'));
      return Promise.resolve(path === '/v1/relay' ? { status: 200, body: relay.about() } : { status: 404, body: '' });
    },
    post: ({ path, authorization, body }) => {
      if (network.isDown) return Promise.reject(new Error('no network'));
      network.requests += 1;
      const [, feedId = '', action = ''] = /^\/v1\/feeds\/([0-9a-f]{64})\/([a-z-]+)$/.exec(path) ?? [];
      if (!isAction(action)) throw new Error(`no such path: ${path}`);
      const answer = relay.handle({ action, feedId, authorization, body });
      if (answer.ok) return Promise.resolve({ status: 200, body: answer.body });
      const status = conflicts.has(answer.refused) ? 409 : 403;
      return Promise.resolve({ status, body: JSON.stringify({ version: 1, refused: answer.refused }) });
    },
  };
}

function isAction(text: string): text is Action {
  return ['pull', 'push', 'record', 'read-log'].includes(text);
}
