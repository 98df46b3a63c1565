import type { KneeLiftAnswer } from '../answers/index.ts';
import type { Reading } from './read-half-kneeling.ts';

/** Reads the standing knee lift (F-07 to F-11). */
export function readKneeLift({ result, aboveNinety }: KneeLiftAnswer): Reading {
  switch (result) {
    case 'pelvis-tips-back':
      return { rule: 'F-07', reads: { weak: 'yes' }, claims: ['C273', 'C275'] };
    case 'back-rounds':
      return { rule: 'F-07', reads: { weak: 'yes' }, claims: ['C274', 'C275'] };
    case 'below-90':
      return { rule: 'F-07', reads: { weak: 'yes' }, claims: ['C272', 'C275'] };
    case 'clean':
      return aboveNinety === 'fails' ? { rule: 'F-08', reads: { weak: 'mild' }, claims: ['C391'] } : { rule: 'F-09', reads: { weak: 'no' }, claims: ['C276'] };
    case 'unsteady':
      return { rule: 'F-10', reads: { weak: 'unknown' }, claims: ['C392'] };
    case 'pain':
      return { rule: 'F-10', reads: { weak: 'unknown' }, claims: [] };
    case 'not-tried':
      return { rule: 'F-11', reads: { weak: 'unknown' }, claims: [] };
  }
}
