import { expect, it } from 'vitest';
import { centimetresToShown, shownToCentimetres } from './units.ts';

it('shows centimetres as they are and inches by 2.54, both ways', () => {
  expect(centimetresToShown(40, 'centimetres')).toBe(40);
  expect(centimetresToShown(25.4, 'inches')).toBe(10);
  expect(shownToCentimetres(10, 'inches')).toBeCloseTo(25.4);
});
