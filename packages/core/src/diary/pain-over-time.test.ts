import { describe, expect, it } from 'vitest';
import type { Run, TakenBreak } from './diary-state.ts';
import { meanPain, painReports, painSaysStop, redsInLastWeek } from './pain-over-time.ts';
import { dayAfter, doneSet, holdItem, walked } from './testing/training.ts';

const item = holdItem();
const hurt = (days: number, ...pains: readonly number[]): Run =>
  walked(days, [item], { run: `run-${days}-${pains.join('-')}`, sets: pains.map((pain, index) => doneSet(item, { item: index, pain, day: dayAfter(days), atMillis: days * 86_400_000 + 1 })) });
const rested = (days: number, pain: number, because?: string): TakenBreak => ({
  id: `break-${days}`,
  atMillis: days * 86_400_000 + 2,
  day: dayAfter(days),
  occasion: 'desk',
  left: 30,
  right: 30,
  pain,
  ...(because !== undefined && { because }),
});
const stops = (runs: readonly Run[], breaks: readonly TakenBreak[] = [], agreedOn?: number): boolean =>
  painSaysStop({ runs, breaks, agreements: agreedOn === undefined ? [] : [{ id: 'word', atMillis: agreedOn * 86_400_000, flags: [], date: dayAfter(agreedOn) }] });

describe('reports of pain', () => {
  it('are one for each exercise of a session, the worst, and one for each break', () => {
    const sets = [1, 5, 3].map((pain, index) => doneSet(item, { set: index + 1, pain }));
    const { pain: _pain, ...unasked } = doneSet(item, { item: 1 });
    expect(painReports([walked(0, [item], { sets: [...sets, unasked] })], [rested(1, 2)])).toEqual([
      { day: dayAfter(0), pain: 5 },
      { day: dayAfter(1), pain: 2 },
    ]);
  });

  it('are missing where nobody was asked, and count the answer that nothing hurt', () => {
    const { pain: _pain, ...unasked } = rested(1, 0);
    expect(painReports([walked(0, [item], { sets: [doneSet(item, { pain: 0 }), doneSet(item, { item: 1, pain: 1 })] })], [unasked])).toEqual([
      { day: dayAfter(0), pain: 0 },
      { day: dayAfter(0), pain: 1 },
    ]);
  });

  it('of a session past midnight stand on the day of the first of the worst answers', () => {
    const sets = [doneSet(item, { pain: 6 }), doneSet(item, { set: 2, pain: 6, day: dayAfter(1) })];
    expect(painReports([walked(0, [item], { sets })], [])).toEqual([{ day: dayAfter(0), pain: 6 }]);
  });

  it('have no mean without one', () => {
    expect(meanPain([])).toBeUndefined();
    expect(meanPain([{ day: dayAfter(0), pain: 1 }, { day: dayAfter(0), pain: 4 }])).toBe(2.5);
  });
});

describe('[D-05] two reds in a week', () => {
  it.each([
    { apart: 6, stop: true },
    { apart: 7, stop: false },
  ])('$apart days apart stop: $stop', ({ apart, stop }) => {
    expect(stops([hurt(0, 6), hurt(apart, 6)])).toBe(stop);
    expect(stops([hurt(0, 6)], [rested(apart, 7)])).toBe(stop);
  });

  it('may be two exercises of one session; amber is none', () => {
    expect(stops([hurt(0, 6, 9)])).toBe(true);
    expect(stops([hurt(0, 6, 5)])).toBe(false);
    const reds = (runs: readonly Run[], days: number, breaks: readonly TakenBreak[] = []): number => redsInLastWeek(runs, dayAfter(days), breaks);
    const two = [hurt(0, 6), hurt(3, 6)];
    expect([reds(two, 6), reds(two, 7), reds(two, 10), reds([hurt(5, 6)], 3), reds(two, 6, [rested(6, 6), rested(-1, 9)])]).toEqual([2, 1, 0, 0, 3]);
  });

  it("end with a clinician's word after them, not with one between them", () => {
    expect(stops([hurt(0, 6), hurt(2, 6)], [], 3)).toBe(false);
    expect(stops([hurt(0, 6), hurt(2, 6), hurt(4, 7)], [], 1)).toBe(true);
  });

  it("do not end with a word that was given before them and written down later, nor with a check of a clock that ran ahead", () => {
    const runs = [hurt(2, 6), hurt(3, 6)];
    const look = { id: 'look', atMillis: 4000 * 86_400_000 };
    expect(painSaysStop({ runs, breaks: [], agreements: [{ ...look, flags: [], date: dayAfter(1) }] })).toBe(true);
    expect(painSaysStop({ runs, breaks: [], agreements: [], latestCheck: { ...look, day: dayAfter(1), answers: {} } })).toBe(true);
    expect(painSaysStop({ runs, breaks: [], agreements: [{ ...look, flags: [], date: dayAfter(3) }] })).toBe(false);
    expect(painSaysStop({ runs: [hurt(2, 6, 7)], breaks: [], agreements: [], latestCheck: { id: 'same', atMillis: 2 * 86_400_000 + 1, day: dayAfter(2), answers: {} } })).toBe(true);
  });

  it('a break that the rule ended stops too', () => {
    expect(stops([], [rested(0, 6, 'D-05')])).toBe(true);
    expect(stops([], [rested(0, 3, 'D-01')])).toBe(false);
    expect(stops([], [rested(0, 3, 'D-05')], 0)).toBe(true);
    expect(stops([], [rested(0, 3, 'D-05')], 1)).toBe(false);
    expect(stops([], [rested(0, 6), rested(1, 6)], 2)).toBe(false);
  });

  it('a session that the rule ended stops until a look after it, and one that another rule ended does not', () => {
    const ended = (parts: Partial<Run>): Run => walked(3, [item], { sets: [], outcome: 'stopped', because: 'D-05', ...parts });
    expect([{}, { outcome: 'completed' as const }, { because: 'D-01' }].map((parts) => stops([ended(parts)]))).toEqual([true, false, false]);
    expect([2, 3, 4].map((agreedOn) => stops([ended({})], [], agreedOn))).toEqual([true, true, false]);
  });
});

describe('[D-05] a weekly mean that rises', () => {
  it('is compared with the weeks before, also those before a new check', () => {
    const runs = [hurt(0, 2, 2), hurt(7, 4, 4)];
    expect(stops(runs)).toBe(true);
    expect(stops(runs, [], 5)).toBe(true);
    expect(stops(runs, [], 8)).toBe(false);
  });

  it('counts the answers of breaks, and every answer that nothing hurt', () => {
    expect(stops([hurt(0, 2, 2)], [rested(7, 4)])).toBe(true);
    expect(stops([hurt(7, 4, 4)], [rested(0, 2)])).toBe(true);
    expect(stops([hurt(0, 2), hurt(7, 4, 4, 4, 0)])).toBe(false);
    expect(stops([hurt(0, 0, 4), hurt(7, 4, 4)])).toBe(true);
  });

  it('needs something to be compared with', () => {
    expect(stops([hurt(0, 5, 5)])).toBe(false);
  });
});
