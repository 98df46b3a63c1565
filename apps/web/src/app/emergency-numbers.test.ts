import { expect, it } from 'vitest';
import { emergencyNumber, regionName } from './emergency-numbers.ts';

it('[S-08] gives the number of the region, and 112 where the region is not known', () => {
  expect(emergencyNumber('uk')).toEqual({ number: '999', isKnown: true, adviceNumber: '111' });
  expect(emergencyNumber('us-ca').number).toBe('911');
  expect(emergencyNumber('cn').number).toBe('120');
  expect(emergencyNumber('unknown')).toEqual({ number: '112', isKnown: false, adviceNumber: undefined });
  expect(emergencyNumber('other').isKnown).toBe(false);
});

it('[LA-09] names regions as the language does', () => {
  expect([regionName('de'), regionName('uk'), regionName('eu'), regionName('us-ca')]).toEqual(['Germany', 'United Kingdom', 'European Union', 'United States, Canada']);
});
