import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noId } from '../bytes/bytes.ts';
import type { OpenEntry } from '../entry/seal-entry.ts';
import { applyRecords } from '../feed/apply-record.ts';
import { writeRecords } from '../feed/write-records.ts';
import { stampToText } from '../order/hybrid-clock.ts';
import { createHousehold, testNow, unwrap } from '../testing/test-household.ts';
import {
  countedEntries,
  eventsOf,
  lastEntryOf,
  mergeEntries,
  missingEntries,
  orderEntries,
  type EntryById,
} from './merge-entries.ts';

const home = createHousehold(2);
const [keyA, keyB] = home.devices.map(({ member }) => member.signing.publicKey);
const writers = fc.constantFrom(keyA ?? '', keyB ?? '');
const entries: fc.Arbitrary<readonly OpenEntry[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.nat({ max: 99 }).map((number) => String(number).padStart(64, '0')),
      writerKey: writers,
      previous: fc.constant(noId),
      stamp: fc.record({ millis: fc.nat({ max: 3 }), counter: fc.nat({ max: 2 }) }),
      event: fc.nat({ max: 9 }).map((number) => ({ id: `e${number}` })),
    })
    .map((entry) => ({ ...entry, text: JSON.stringify(entry.event) })),
  { selector: ({ id }) => id, maxLength: 30 },
);
const byId = (list: readonly OpenEntry[]): EntryById => new Map(list.map((entry) => [entry.id, entry]));
const idsOf = (list: Iterable<OpenEntry>): readonly string[] => orderEntries(list).map(({ id }) => id);

type Place = { readonly counter: number; readonly text: string };

function entry(id: string, writerKey: string, previous: string, place?: Place): OpenEntry {
  const { counter, text } = { counter: 0, text: id, ...place };
  return {
    id,
    writerKey,
    previous,
    stamp: { millis: 1, counter },
    event: { id: text },
    text: JSON.stringify({ id: text }),
  };
}

describe('merge', () => {
  it('[Y-24] is a union: in any order, any grouping, any number of times', () => {
    fc.assert(
      fc.property(entries, fc.array(fc.nat({ max: 2 })), (all, parts) => {
        const part = (which: number): EntryById =>
          byId(all.filter((_, index) => (parts[index] ?? 0) === which));
        const [a, b, c] = [part(0), part(1), part(2)];
        const left = mergeEntries(mergeEntries(a, b), c);
        const right = mergeEntries(c, mergeEntries(b, mergeEntries(a, b)));
        expect(idsOf(left.values())).toEqual(idsOf(right.values()));
        expect(left.size).toBe(all.length);
        expect(eventsOf(left.values())).toEqual(eventsOf(right.values()));
      }),
    );
  });

  it('[Y-06] the order is total, and that of the texts', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const ordered = orderEntries(all);
        expect(orderEntries(all.toReversed())).toEqual(ordered);
        const texts = ordered.map(({ stamp, writerKey, id }) => `${stampToText(stamp, writerKey)}-${id}`);
        expect(texts).toEqual(texts.toSorted());
      }),
    );
  });

  it('[Y-25] an event that was sealed twice counts once; the same id with other words stays twice', () => {
    const twice = [
      entry('1', 'a', noId, { counter: 0, text: 'x' }),
      entry('2', 'b', noId, { counter: 1, text: 'x' }),
      entry('3', 'b', '2', { counter: 2, text: 'y' }),
    ];
    expect(eventsOf(twice)).toEqual([{ id: 'x' }, { id: 'y' }]);
    const other: OpenEntry = {
      ...entry('4', 'a', '1', { counter: 3, text: 'x' }),
      event: { id: 'x', more: 1 },
      text: '{"id":"x","more":1}',
    };
    expect(eventsOf([...twice, other])).toEqual([{ id: 'x' }, { id: 'y' }, { id: 'x', more: 1 }]);
  });

  it('[Y-14] the last entry of a writer is its latest by the order; zeros when there is none', () => {
    const chain = [
      entry('2', 'a', '1', { counter: 1, text: 'x' }),
      entry('1', 'a', noId),
      entry('9', 'b', noId),
    ];
    expect([lastEntryOf(byId(chain), 'a'), lastEntryOf(byId(chain), 'c')]).toEqual(['2', noId]);
  });

  it("[Y-27] a gap in a writer's entries is seen", () => {
    const chain = [entry('1', 'a', noId), entry('2', 'a', '1'), entry('3', 'a', '2')];
    expect(missingEntries(byId(chain))).toEqual([]);
    expect(missingEntries(byId(chain.filter(({ id }) => id !== '2')))).toEqual(['2']);
  });
});

describe('what a revoked writer wrote', () => {
  const feed = unwrap(applyRecords(home.records, testNow));
  const lost = keyB ?? '';
  const kept = keyA ?? '';
  const revoked = (
    ...bodies: readonly { readonly memberKey: string; readonly lastEntry: string }[]
  ): typeof feed => {
    const records = writeRecords(
      home.keys,
      feed,
      bodies.map((body) => ({ kind: 'revoke', ...body })),
      testNow,
    );
    return unwrap(applyRecords([...home.records, ...records], testNow));
  };
  const revokedAfter = (lastEntry: string): typeof feed => revoked({ memberKey: lost, lastEntry });
  const ids = ['1', '2', '3', '4'].map((digit) => digit.repeat(64));
  const [one = '', two = '', three = '', four = ''] = ids;
  const all = byId([
    entry(one, lost, noId),
    entry(two, lost, one),
    entry(three, lost, two),
    // Backdated by the thief, on a branch of its own.
    entry(four, lost, one),
    entry('5'.repeat(64), kept, noId),
  ]);
  const countedIds = (state: typeof feed): readonly string[] =>
    countedEntries(all, state)
      .map(({ id }) => id.charAt(0))
      .toSorted();

  it('[Y-14] counts as far as the chain that ends in the named entry, and no branch beside it', () => {
    expect(countedIds(feed)).toEqual(['1', '2', '3', '4', '5']);
    expect(countedIds(revokedAfter(two))).toEqual(['1', '2', '5']);
    expect(countedIds(revokedAfter(three))).toEqual(['1', '2', '3', '5']);
    expect(countedIds(revokedAfter(noId))).toEqual(['5']);
  });

  it('[Y-14] is not made to count by the chain of another revoked writer', () => {
    const both = [
      { memberKey: lost, lastEntry: one },
      { memberKey: kept, lastEntry: two },
    ];
    expect(countedIds(revoked(...both))).toEqual(['1']);
  });
});
