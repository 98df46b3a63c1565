import { isSameJson } from '@psoas/kernel';
import type { DiaryState, MadeShare } from '@psoas/core/diary';
import { sharedPartsOf, type SharedPart, type SharedView } from '@psoas/core/sharing';
import { catalogue } from '@psoas/knowledge/rules';
import { lastDayOf } from './share-days.ts';
import type { ShareDay } from './share-tasks.ts';

/** [SH-01] What a share shows on a day. */
export function partsOfShare(state: DiaryState, made: MadeShare, day: ShareDay): readonly SharedPart[] {
  const { share, parts, callMe } = made;
  const untilDay = lastDayOf(made);
  const choice = { parts, share, ...(callMe !== undefined && { callMe }), ...(untilDay !== undefined && { untilDay }) };
  return sharedPartsOf(state, { ...day, catalogue, choice });
}

/** Parts that are not the same as what the feed shows. The day of the standing is news, that of another part is none. */
export function changedParts(parts: readonly SharedPart[], view: SharedView): readonly SharedPart[] {
  return parts.filter((part) => {
    const before = view[part.part];
    const { day } = part;
    return before === undefined || !isSameJson(asJson(part), asJson(part.part === 'standing' ? before : { ...before, day }));
  });
}

// As it comes back from a feed: without fields that are undefined.
function asJson(part: SharedPart): unknown {
  return JSON.parse(JSON.stringify(part));
}
