import { addDays } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { entry } from '../../diary/testing/sample-events.ts';
import { sharePartIds } from '../part/share-part-id.ts';
import { sharedPartsOf } from '../part/shared-parts-of.ts';
import { context, diaryWith, partsOf, startDay, viewOf } from '../testing/sample-share.ts';
import { partsToWrite } from './parts-to-write.ts';

const kindsOf = (parts: ReturnType<typeof partsOf>): readonly string[] => parts.map(({ part }) => part);

describe('partsToWrite', () => {
  it('[SH-02] writes everything at first, and nothing twice', () => {
    expect(kindsOf(partsToWrite({ unreadableCount: 0 }, partsOf(diaryWith())))).toEqual(['standing', ...sharePartIds]);
    expect(partsToWrite(viewOf(diaryWith()), partsOf(diaryWith()))).toEqual([]);
  });

  it('[SH-02] writes only what changed', () => {
    const measured = diaryWith(entry('measurement', { test: 'seated-raises', side: 'left', method: 'counted', measuredBy: 'me', trials: [12], value: 12 }, { id: 'm', at: 60 }));
    expect(kindsOf(partsToWrite(viewOf(diaryWith()), partsOf(measured)))).toEqual(['measurements']);
  });

  it('[SH-02] on the next day writes the standing', () => {
    const later = sharedPartsOf(diaryWith(), { ...context, today: addDays(startDay, 1), firstWeekday: 1, choice: { parts: ['programme', 'measurements'], callMe: 'Kim' } });
    expect(kindsOf(partsToWrite(viewOf(diaryWith(), ['programme', 'measurements']), later))).toEqual(['standing']);
  });
});
