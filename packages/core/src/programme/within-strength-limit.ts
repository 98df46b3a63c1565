import type { PlanItem } from './programme.ts';
import type { Settings } from './setting.ts';

/** [D-04] The items with no more sets of strength than the limit, the most wanted first; stretches stay. */
export function withinStrengthLimit(items: readonly PlanItem[], settings: Settings | undefined): readonly PlanItem[] {
  if (settings?.strengthSetsAtMost === undefined) return items;
  let left = settings.strengthSetsAtMost;
  return items.flatMap((item) => {
    if (item.class !== 'strengthen') return [item];
    const sets = Math.min(item.sets, left);
    left -= sets;
    if (sets === item.sets) return [item];
    return sets === 0 ? [] : [{ ...item, sets, because: [...new Set([...item.because, 'D-04'])] }];
  });
}
