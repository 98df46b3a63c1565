import { describe, expect, it } from 'vitest';
import { setCorrection, setData } from './correct-set.ts';
import type { SetLogged } from './event.ts';
import { foldDiary } from './fold-diary.ts';
import { entry, samples } from './testing/sample-events.ts';

const logged: SetLogged = { run: 'run-1', item: 0, exercise: 'kneeling-hip-flexor-lunge', side: 'left', set: 1, seconds: 30 };
const diary = [
  entry('session-started', samples['session-started'][0], { id: 'start' }),
  entry('set-logged', logged, { id: 'first', at: 1 }),
  entry('set-logged', { ...logged, seconds: 45 }, { id: 'again', at: 2 }),
  entry('set-logged', { ...logged, side: 'right' }, { id: 'other-side', at: 2 }),
  { id: 'newer', kind: 'set-logged', version: 99, atMillis: 1, day: '2026-03-02', data: { run: 'run-1' } },
];

describe('putting a set right', () => {
  it('[E-02] [E-06] corrects the entry that counts, and can be taken back whole', () => {
    const before = foldDiary(diary).runs[0]?.sets ?? [];
    const [set] = before;
    if (set === undefined) throw new Error('no set');
    const correction = setCorrection(diary, { ...setData(set), seconds: 40, pain: 2, form: 'lost' });
    expect(correction).toMatchObject({ of: 'again', dataVersion: 1 });
    const corrected = [...diary, entry('correction', correction, { id: 'c1', at: 3 })];
    expect(foldDiary(corrected).runs[0]?.sets[0]).toMatchObject({ seconds: 40, pain: 2, form: 'lost' });
    const undone = [...corrected, entry('correction', setCorrection(corrected, setData(set)), { id: 'c2', at: 4 })];
    expect(foldDiary(undone).runs[0]?.sets).toEqual(before);
  });

  it('[E-02] has nothing to say about a set that is not there', () => {
    expect(setCorrection(diary, { ...logged, set: 2 })).toBeUndefined();
    expect(setCorrection([null, 3, ...diary], { ...logged, run: 'another' })).toBeUndefined();
  });
});
