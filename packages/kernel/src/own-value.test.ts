import { expect, it } from 'vitest';
import { ownValue } from './own-value.ts';

it('[HD-03] gives entries of a table, and nothing that every object has', () => {
  expect(ownValue({ groin: 'Groin' }, 'groin')).toBe('Groin');
  for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '']) expect(ownValue({ groin: 'Groin' }, name)).toBeUndefined();
});
