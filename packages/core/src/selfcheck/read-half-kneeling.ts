import type { HalfKneelingAnswer } from '../answers/index.ts';
import type { SignReading } from './finding.ts';

/** The rule that reads an answer, and what it reads. */
export type Reading = { readonly rule: string; readonly reads: SignReading; readonly claims: readonly string[] };

/** Reads where the pull was felt in half-kneeling (F-01 to F-06). */
export function readHalfKneeling({ felt, when }: HalfKneelingAnswer): Reading {
  switch (felt) {
    case 'deep-front-hip':
      return when === 'early'
        ? { rule: 'F-01', reads: { tight: 'yes', rectusFemoris: 'no' }, claims: ['C270', 'C388'] }
        : { rule: 'F-02', reads: { tight: 'no', rectusFemoris: 'no' }, claims: ['C270', 'C282'] };
    case 'nothing':
      return { rule: 'F-02', reads: { tight: 'no', rectusFemoris: 'no' }, claims: ['C270'] };
    case 'front-thigh':
      return when === 'early'
        ? { rule: 'F-03', reads: { tight: 'no', rectusFemoris: 'yes' }, claims: ['C271'] }
        : { rule: 'F-04', reads: { tight: 'no', rectusFemoris: 'no' }, claims: ['C271'] };
    case 'inner-thigh':
    case 'low-back':
      return { rule: 'F-05', reads: { tight: 'unknown', rectusFemoris: 'unknown' }, claims: ['C286'] };
    case 'pain':
      return { rule: 'F-06', reads: { tight: 'unknown', rectusFemoris: 'unknown' }, claims: [] };
    case 'not-tried':
      return { rule: 'F-11', reads: { tight: 'unknown', rectusFemoris: 'unknown' }, claims: [] };
  }
}
