import { describe, expect, it } from 'vitest';
import { testExercise } from '../catalogue/test-catalogue.ts';
import type { HarderForm } from '../catalogue/index.ts';
import { formOfItem, mayUseForm, type FormFacts } from './harder-form.ts';

const band: HarderForm = { variant: 'band', by: 'band', needs: ['band'] };
const straight: HarderForm = { variant: 'straight', by: 'lever', addsHips: ['straight-leg-lift'] };
const weight: HarderForm = { variant: 'weight', by: 'load', needs: ['ankle-weight', 'chair'], adds: ['weight-on-foot'], kilograms: { min: 0.5, step: 0.5, max: 2 } };
const raise = testExercise({ id: 'raise', class: 'strengthen', forms: [band, straight, weight] });
const facts: FormFacts = { equipment: ['band', 'chair', 'ankle-weight'], exclusions: [], lowestRungs: false };

describe('[S-06] [P-08] who may use a harder form', () => {
  it('everybody with the things it needs, all of them', () => {
    expect([band, straight, weight].map((form) => mayUseForm(raise, form, facts))).toEqual([true, true, true]);
    expect([band, straight, weight].map((form) => mayUseForm(raise, form, { ...facts, equipment: ['chair'] }))).toEqual([false, true, false]);
  });

  it('[S-05] nobody on the lowest rungs', () => {
    expect([band, straight, weight].some((form) => mayUseForm(raise, form, { ...facts, lowestRungs: true }))).toBe(false);
  });

  it('nobody whom what it adds is forbidden, be it on one side only', () => {
    const oneSide: FormFacts = { ...facts, exclusions: [{ by: 'RF21', hip: 'straight-leg-lift', sides: ['right'] }] };
    expect([band, straight, weight].map((form) => mayUseForm(raise, form, oneSide))).toEqual([true, false, true]);
    const noWeight: FormFacts = { ...facts, exclusions: [{ by: 'RF13', body: 'weight-on-foot' }] };
    expect([band, straight, weight].map((form) => mayUseForm(raise, form, noWeight))).toEqual([true, true, false]);
  });
});

describe('[P-08] the form of an item', () => {
  const reached = { ladder: 0, form: { index: 2, kilograms: 1.5 } } as const;
  it('is the one that was reached, with its load', () => {
    expect(formOfItem(raise, reached, facts)).toEqual({ variant: 'weight', loadKilograms: 1.5 });
    expect(formOfItem(raise, { ladder: 0, form: { index: 0 } }, facts)).toEqual({ variant: 'band' });
  });

  it('is none, though it was reached before, when the thing is gone, it became forbidden, or the file lost it', () => {
    expect(formOfItem(raise, reached, { ...facts, equipment: [] })).toEqual({});
    expect(formOfItem(raise, reached, { ...facts, exclusions: [{ by: 'RF13', body: 'weight-on-foot' }] })).toEqual({});
    expect(formOfItem(raise, reached, { ...facts, lowestRungs: true })).toEqual({});
    expect(formOfItem({ ...raise, forms: [] }, reached, facts)).toEqual({});
    expect(formOfItem(raise, { ladder: 0 }, facts)).toEqual({});
    expect(formOfItem(raise, undefined, facts)).toEqual({});
  });
});
