import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDiary } from './fold-diary.ts';
import { entry, samples } from './testing/sample-events.ts';

const run = 'run-1';
const begin = entry('session-started', { ...samples['session-started'][0], run }, { id: 'start' });
const places = [0, 1].flatMap((item) => [1, 2].flatMap((set) => (['left', 'right'] as const).map((side) => ({ item, set, side }))));
const sets = places.map((place, index) => entry('set-logged', { ...samples['set-logged'][0], run, ...place }, { id: `set-${index}`, at: 10 + index }));
const placesOf = (entries: readonly unknown[]): readonly unknown[] => foldDiary(entries).runs.flatMap((one) => one.sets.map(({ item, set, side }) => ({ item, set, side })));
const shuffled = fc.shuffledSubarray([...sets], { minLength: sets.length });

describe('[E-06] the sets of a walk', () => {
  it('stand by exercise, number and time, in whatever order they came, before the beginning too', () => {
    fc.assert(
      fc.property(shuffled, fc.nat(sets.length), (order, at) => {
        const entries = [...order.slice(0, at), begin, ...order.slice(at)];
        expect(placesOf(entries)).toEqual(places);
        expect(foldDiary(entries).unreadable).toEqual([]);
      }),
    );
  });

  it('stand once each: of one written again the later counts, wherever it comes from', () => {
    fc.assert(
      fc.property(shuffled, fc.nat(sets.length - 1), fc.integer({ min: -5, max: 50 }), fc.nat(sets.length), (order, index, at, place) => {
        const again = entry('set-logged', { ...samples['set-logged'][0], run, ...places[index], seconds: 7 }, { id: 'again', at });
        const { runs } = foldDiary([begin, ...order.slice(0, place), again, ...order.slice(place)]);
        const own = runs[0]?.sets.filter((set) => set.item === places[index]?.item && set.set === places[index]?.set && set.side === places[index]?.side);
        expect(runs[0]?.sets).toHaveLength(sets.length);
        if (at !== 10 + index) expect(own?.map(({ seconds }) => seconds === 7)).toEqual([at > 10 + index]);
        expect(runs[0]?.sets.every((set, count, all) => count === 0 || (all[count - 1]?.item ?? 0) <= set.item)).toBe(true);
      }),
    );
  });

  it('are not asked for where the walk has begun: what came before its beginning is no stranger any more', () => {
    const end = entry('session-finished', { run, outcome: 'completed' }, { id: 'end', at: 90 });
    expect(foldDiary([end, ...sets]).unreadable).toHaveLength(1 + sets.length);
    expect(foldDiary([end, ...sets, begin])).toMatchObject({ unreadable: [], runs: [{ outcome: 'completed' }] });
  });
});
