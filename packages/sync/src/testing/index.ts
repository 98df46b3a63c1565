/** For tests of whoever builds on feeds: a relay in memory, the way to it, chance that repeats itself. */
export { createTestRandom } from './deterministic-random.ts';
export { createMemoryPort, type TestNetwork } from './memory-port.ts';
export { MemoryRelay, testOrigin } from './memory-relay.ts';
export { relayKey, testNow } from './test-household.ts';
