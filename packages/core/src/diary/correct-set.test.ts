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

  it('[E-06] corrects exactly the set that it names: walk, item, side and number', () => {
    const places = (['run-1', 'run-2'] as const).flatMap((run) =>
      [0, 1].flatMap((item) => (['left', 'right', 'both'] as const).flatMap((side) => [1, 2].map((set) => ({ ...logged, run, item, side, set })))),
    );
    const entries = places.map((data, index) => entry('set-logged', data, { id: `set-${index}`, at: index }));
    for (const order of [entries, entries.toReversed()])
      for (const [index, data] of places.entries()) expect(setCorrection(order, data)?.of).toBe(`set-${index}`);
  });

  it('[E-06] of the same set written twice the later one counts, and of the same moment the one that stands later', () => {
    const early = entry('set-logged', logged, { id: 'early', at: 1 });
    const late = entry('set-logged', logged, { id: 'late', at: 2 });
    const same = entry('set-logged', logged, { id: 'same', at: 2 });
    const chosen = [[early, late], [late, early], [late, same], [same, late]].map((entries) => setCorrection(entries, logged)?.of);
    expect(chosen).toEqual(['late', 'late', 'same', 'late']);
    expect(foldDiary([...diary.slice(0, 1), late, entry('set-logged', { ...logged, seconds: 7 }, { id: 'same', at: 2 })]).runs[0]?.sets[0]?.seconds).toBe(7);
  });

  it('[E-04] passes by what cannot be read', () => {
    const damaged = [{ kind: 'set-logged' }, { kind: 'set-logged', data: null }, { ...entry('set-logged', logged, { id: 'torn', at: 9 }), day: 'today' }];
    expect(setCorrection([...diary, ...damaged], logged)?.of).toBe('again');
  });

  it('[E-02] has nothing to say about a set that is not there', () => {
    expect(setCorrection(diary, { ...logged, set: 2 })).toBeUndefined();
    expect(setCorrection([null, 3, ...diary], { ...logged, run: 'another' })).toBeUndefined();
  });
});
