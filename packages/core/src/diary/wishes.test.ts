import { expect, it } from 'vitest';
import { wishesOf } from './wishes.ts';

it('[P-13] takes the wished rest, and nothing that is no wish', () => {
  expect(wishesOf({ rest: 'longer' })).toEqual({ rest: 'longer' });
  expect(wishesOf({ rest: 'none', daysPerWeek: 9, minutesPerDay: '10', swaps: [] })).toEqual({});
});
