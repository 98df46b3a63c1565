import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resourceId } from './resource-id.ts';

const anyId = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.uuid(), fc.constantFrom('a b', 'a_b', 'ä', ''));

describe('ids of resources', () => {
  it('[FH-02] any words become an id that FHIR takes, always the same', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(resourceId('session', id)).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
        expect(resourceId('session', id)).toBe(resourceId('session', id));
      }),
    );
  });

  it('[FH-02] different entries do not meet', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyId, { minLength: 2, maxLength: 200 }), (ids) => {
        expect(new Set(ids.map((id) => resourceId('session', id))).size).toBe(ids.length);
      }),
      { numRuns: 30 },
    );
  });

  it('[FH-02] stays readable where it can', () => {
    expect(resourceId('pain', '9b1d-4c4e')).toBe('pain-9b1d-4c4e');
    expect(resourceId('pain', 'run 2')).toBe('pain-run2.3c9a26fa24a86ea0c02b239d1154255b');
  });
});
