import { expect, it } from 'vitest';
import { regionIds } from '../adapters/settings.ts';
import { guessRegion } from './guess-region.ts';

it('[LA-09] takes the region from the time zone of the device, and none where that does not tell', () => {
  const guesses = ['Europe/Berlin', 'Europe/Zurich', 'Europe/Paris', 'America/Lima', 'Asia/Shanghai', 'Africa/Nairobi', 'UTC', ''].map((zone) => guessRegion(zone, regionIds));
  expect(guesses).toEqual(['de', 'ch', 'eu', 'pe', 'cn', undefined, undefined, undefined]);
});
