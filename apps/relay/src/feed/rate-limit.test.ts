import { describe, expect, it } from 'vitest';
import { addressToKey, createRateLimit } from './rate-limit.ts';

describe('a limit of rate', () => {
  it('[RE-05] lets a burst through, then as much as comes back, for each key by itself', () => {
    let now = 0;
    const take = createRateLimit({ burst: 3, perMinute: 60 }, () => now);
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 0]);
    expect(take('a')).toBe(1000);
    expect(take('b')).toBe(0);
    now = 400;
    expect(take('a')).toBe(600);
    now = 1000;
    expect([take('a'), take('a')]).toEqual([0, 1000]);
    now = 1_000_000;
    expect([take('a'), take('a'), take('a'), take('a') > 0]).toEqual([0, 0, 0, true]);
  });

  it('[RE-05] forgets who was quiet longest, so that its memory is bounded', () => {
    const take = createRateLimit({ burst: 1, perMinute: 1 }, () => 0);
    take('first');
    expect(take('first')).toBeGreaterThan(0);
    for (let count = 0; count < 20_000; count += 1) take(`other ${count}`);
    expect(take('first')).toBe(0);
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:0db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('[RE-05] counts %s as %s', (address, key) => {
    expect(addressToKey(address)).toBe(key);
  });
});
