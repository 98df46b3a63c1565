import { isSameJson } from '@psoas/kernel';
import type { SharedPart } from '../part/shared-part.ts';
import type { SharedView } from './fold-share.ts';

/**
 * [SH-02] The parts that a share's feed does not show yet. The standing is written once a day, so that its guest sees
 * that nothing is missing; the others only when more changed than their day.
 */
export function partsToWrite(shown: SharedView, parts: readonly SharedPart[]): readonly SharedPart[] {
  return parts.filter((part) => {
    const before = shown[part.part];
    if (before === undefined) return true;
    return !isSameJson(part.part === 'standing' ? part : { ...part, day: before.day }, before);
  });
}
