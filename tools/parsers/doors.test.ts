import { describe, expect, it } from 'vitest';
import { doors } from './doors.ts';
import { bytesOf, refusedBy, type Door } from './door.ts';
import { fuzzDoor, isSound } from './fuzz-door.ts';

/** Few enough that all doors take less than half a minute; `npm run trial:parsers` lets in fifty times as many. */
const runs = 2000;
/** Doors behind which a day's plan or a signature is worked out: a tenth. */
const slow = ['answers', 'diary', 'diary-key', 'knowledge', 'pull', 'sealed'];

describe('every door', () => {
  it.each(doors.map((door) => [door.id, door] as const))('[HD-01] %s takes an input or says why not, and survives it', (id, door) => {
    const outcome = fuzzDoor(door, { runs: slow.includes(id) ? runs / 10 : runs, seed: 20261121, skipsBombs: true });
    expect(outcome.finding).toBeUndefined();
    expect(outcome.refused).toBeGreaterThan(0);
  });

  it('[HD-01] has its own name, and seeds that it takes', () => {
    expect(new Set(doors.map(({ id }) => id)).size).toBe(doors.length);
    const shut = doors.filter(({ seeds, enter }) => !seeds.some((seed) => enter(seed) === 'taken')).map(({ id }) => id);
    expect(shut).toEqual([]);
  });
});

describe('fuzzing', () => {
  const [anyDoor] = doors;
  if (anyDoor === undefined) throw new Error('no door');
  const glass = (enter: Door['enter']): Door => ({ ...anyDoor, seeds: [bytesOf('whole')], enter });
  const oak = glass(() => 'taken');

  it('[HD-01] finds an exception, and gives the smallest input', () => {
    const { finding } = fuzzDoor(glass(brittle), { runs, seed: 1, skipsBombs: true });
    expect(finding?.reason).toContain('broken');
    expect(finding?.input.length).toBeLessThan(10);
  });

  it('[HD-01] finds a refusal without a word', () => {
    const outcome = fuzzDoor(glass(() => refusedBy(' ')), { runs: 10, seed: 1, skipsBombs: true });
    expect(isSound(outcome)).toBe(false);
  });

  it('[HD-03] finds a changed prototype', () => {
    const polluting = glass(() => {
      Object.defineProperty(Object.prototype, 'isOwner', { value: true, configurable: true });
      return 'taken';
    });
    const outcome = fuzzDoor(polluting, { runs: 1, seed: 1, skipsBombs: true });
    Reflect.deleteProperty(Object.prototype, 'isOwner');
    expect(outcome.finding?.reason).toContain('prototype');
  });

  it('[HD-01] finds a heap that grows', () => {
    let bytes = 0;
    const outcome = fuzzDoor(oak, { runs: 10, seed: 1, skipsBombs: true, heapBytes: () => (bytes += 21_000_000) });
    expect(isSound(outcome)).toBe(false);
  });
});

// Breaks as soon as a w is in what comes in.
function brittle(input: Uint8Array): ReturnType<Door['enter']> {
  if (input.includes(0x77)) throw new Error('broken');
  return 'taken';
}
