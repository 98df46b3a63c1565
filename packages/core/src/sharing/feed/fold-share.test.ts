import { describe, expect, it } from 'vitest';
import { asJson, diaryWith, partsOf, startDay, viewOf } from '../testing/sample-share.ts';
import { foldShare } from './fold-share.ts';
import { createSharedEvent } from './shared-event.ts';
import type { SharedPart } from '../part/shared-part.ts';

const parts = partsOf(diaryWith());
const eventOf = (part: SharedPart, atMillis: number): unknown => asJson(createSharedEvent(part, { id: `${part.part}-${atMillis}`, atMillis, day: startDay }));
const standing = (chosen: Parameters<typeof viewOf>[1], callMe: string): SharedPart => ({ ...viewOf(diaryWith(), chosen).standing, callMe }) as SharedPart;

describe('foldShare', () => {
  it('[SH-02] shows the latest of each part, in whatever order they came', () => {
    const events = [...parts.map((part) => eventOf(part, 10)), eventOf(standing(['programme', 'findings', 'sessions', 'measurements'], 'Later'), 20)];
    for (const list of [events, events.toReversed()]) {
      expect(foldShare(list)).toMatchObject({ standing: { callMe: 'Later' }, programme: { part: 'programme' }, latestMillis: 20, unreadableCount: 0 });
    }
  });

  it('[SH-02] a part that the standing does not name any more is not shown', () => {
    const view = foldShare([...parts.map((part) => eventOf(part, 10)), eventOf(standing(['sessions'], 'Kim'), 20)]);
    expect(Object.keys(view).toSorted()).toEqual(['latestMillis', 'sessions', 'standing', 'unreadableCount']);
  });

  it('[SH-05] what is damaged or unknown is counted and changes nothing; a newer version is named', () => {
    const [first] = parts;
    if (first === undefined) throw new Error('no part');
    const newer = { ...createSharedEvent(first, { id: 'n', atMillis: 99, day: startDay }), version: 3 };
    const good = parts.map((part) => eventOf(part, 10));
    const view = foldShare([...good, newer, null, 'x', { ...createSharedEvent(first, { id: 'k', atMillis: 99, day: startDay }), kind: 'other' }, { id: 'd', kind: 'shared-part', version: 1, atMillis: 99, day: '2026-03-02', data: { part: 'standing' } }]);
    expect(view).toEqual({ ...foldShare(good), unreadableCount: 5, newerVersion: 3 });
  });

  it('[SH-05] nothing is shown of an empty feed', () => {
    expect(foldShare([])).toEqual({ unreadableCount: 0 });
  });
});
