import { expect, it } from 'vitest';
import { deviceNames, nameDevice } from './device-names.ts';

it('[SY-07] names of devices are preferences, and nothing else is one', () => {
  const names = deviceNames({ 'deviceName:one': 'My phone', 'deviceName:two': '', 'deviceName:three': 5, rest: 'longer' });
  expect([...names]).toEqual([['one', 'My phone']]);
});

it('[SY-07] writes a name for all devices, trimmed and not too long; an empty one takes it away', async () => {
  const written: unknown[] = [];
  const diary = { append: (kind: unknown, data: unknown) => Promise.resolve(written.push([kind, data])) };
  for (const name of ['  My phone ', 'x'.repeat(50), ' ']) await nameDevice(Object(diary), 'one', name);
  expect(written).toEqual(['My phone', 'x'.repeat(40), null].map((value) => ['preference-changed', { key: 'deviceName:one', value }]));
});
