import type { LocalDate } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { isLiftable, isLifted } from './clinician-word.ts';
import { flagIds } from './flag-ids.ts';

const today = '2026-11-21' as LocalDate;

describe('[S-05] a clinician\'s word', () => {
  it('can lift every flag but RF31, and no other reason', () => {
    expect(flagIds.filter((id) => !isLiftable(id))).toEqual(['RF31']);
    expect(['S-PAIN', 'M-KNEELING', ''].filter(isLiftable)).toEqual([]);
  });

  it('covers what it names, from its day until twelve weeks are over', () => {
    const word = { flags: ['RF21', 'RF31'], date: today } as const;
    const on = (day: string): boolean => isLifted('RF21', word, day as LocalDate);
    expect(['2026-11-20', '2026-11-21', '2027-02-12', '2027-02-13'].map(on)).toEqual([false, true, true, false]);
    expect(isLifted('RF28', word, today)).toBe(false);
    expect(isLifted('RF31', word, today)).toBe(false);
  });

  it('that is a bare yes covers any flag but RF31; a no covers none', () => {
    expect(flagIds.filter((id) => !isLifted(id, true, today))).toEqual(['RF31']);
    expect(flagIds.filter((id) => isLifted(id, false, today))).toEqual([]);
  });
});
