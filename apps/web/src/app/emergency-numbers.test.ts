import { expect, it } from 'vitest';
import { emergencyNumber } from './emergency-numbers.ts';

it('[S-08] gives the number of the region, and 112 where the region is not known', () => {
  expect(emergencyNumber('uk')).toEqual({ number: '999', isKnown: true });
  expect(emergencyNumber('us-ca').number).toBe('911');
  expect(emergencyNumber('unknown')).toEqual({ number: '112', isKnown: false });
  expect(emergencyNumber('other')).toEqual({ number: '112', isKnown: false });
});
