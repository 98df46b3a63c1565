import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../testing/test-household.ts';
import { parsePullAnswer, parsePullBody, pullLimit, writePullAnswer, writePullBody } from './pull.ts';
import { parsePushAnswer, parsePushBody, pushLimits, writePushAnswer, writePushBody } from './push.ts';
import {
  parseReadLogAnswer,
  parseReadLogBody,
  parseRecordAnswer,
  parseRecordBody,
  writeReadLogAnswer,
  writeReadLogBody,
  writeRecordAnswer,
  writeRecordBody,
} from './records.ts';

const bytes = fc.uint8Array({ maxLength: 30 });
const parsers = [
  parsePullAnswer,
  parsePullBody,
  parsePushAnswer,
  parsePushBody,
  parseReadLogAnswer,
  parseReadLogBody,
  parseRecordAnswer,
  parseRecordBody,
];

/** The fields that a reader names. */
function fieldsOf(result: ReturnType<(typeof parsers)[number]>): readonly string[] {
  return result.ok || result.error.type !== 'damaged' ? [] : result.error.problems.map(({ field }) => field);
}

describe('messages', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 5 }), fc.nat(), (list, count) => {
        expect(unwrap(parsePushBody(writePushBody(list)))).toEqual(list);
        expect(unwrap(parseRecordBody(writeRecordBody(list)))).toEqual(list);
        const pulled = { after: count, records: list, entries: list.toReversed(), last: count, head: 'ab' };
        expect(unwrap(parsePullAnswer(writePullAnswer(pulled)))).toEqual(pulled);
        expect(unwrap(parseReadLogBody(writeReadLogBody(count)))).toBe(count);
        const recorded = { count, receipt: list[0]?.length === 0 ? null : (list[0] ?? null) };
        expect(unwrap(parseRecordAnswer(writeRecordAnswer(recorded)))).toEqual(recorded);
      }),
    );
    const pull = { after: 3, recordsAfter: 4, limit: 500 };
    expect(unwrap(parsePullBody(writePullBody(pull)))).toEqual(pull);
    const pushed = {
      results: [
        { id: 'aa', seq: 4 },
        { id: 'bb', refused: 'old-epoch' },
      ],
      nearlyFull: true,
    };
    expect(unwrap(parsePushAnswer(writePushAnswer(pushed)))).toEqual(pushed);
    const reads = [{ at: 1, key: 'aa', from: 1, to: 3 }];
    expect(unwrap(parseReadLogAnswer(writeReadLogAnswer(reads)))).toEqual(reads);
  });

  it('[Y-23] what is damaged is named by its field', () => {
    expect(fieldsOf(parsePushBody('{"version":1,"entries":["AA","A","!"]}'))).toEqual([
      'entries[1]',
      'entries[2]',
    ]);
    expect(fieldsOf(parsePushBody('{"version":1}'))).toEqual(['entries']);
    expect(fieldsOf(parsePushBody('{"entries":[]}'))).toEqual(['version']);
    expect(fieldsOf(parsePullBody('{"version":1,"after":-1,"recordsAfter":0.5,"limit":501}'))).toEqual([
      'after',
      'recordsAfter',
      'limit',
    ]);
    expect(fieldsOf(parsePushAnswer('{"version":1,"results":[{"id":"a"},7],"nearlyFull":"no"}'))).toEqual([
      'results[0].seq',
      'results[1]',
      'nearlyFull',
    ]);
    expect(fieldsOf(parseRecordAnswer('{"version":1,"count":1,"receipt":"A"}'))).toEqual(['receipt']);
  });

  it('[Y-22, Y-23] no message holds more than its limit', () => {
    const many = (count: number): string =>
      writePushBody(Array.from({ length: count }, () => new Uint8Array(1)));
    expect([
      parsePushBody(many(pushLimits.entries)).ok,
      parsePushBody(many(pushLimits.entries + 1)).ok,
    ]).toEqual([true, false]);
    expect(parsePushBody(`"${'a'.repeat(pushLimits.characters)}"`)).toMatchObject({
      ok: false,
      error: { type: 'wrong-length' },
    });
    const answer = { after: 0, records: [], last: 0, head: 'ab' };
    const entries = Array.from({ length: pullLimit + 1 }, () => new Uint8Array(1));
    expect(parsePullAnswer(writePullAnswer({ ...answer, entries })).ok).toBe(false);
    expect(parsePullAnswer(writePullAnswer({ ...answer, entries: entries.slice(1) })).ok).toBe(true);
  });

  it('[Y-10] a higher version is refused as newer by every reader', () => {
    for (const parse of parsers)
      expect(parse('{"version":2,"other":true}')).toEqual({
        ok: false,
        error: { type: 'newer-version', found: 2, known: 1 },
      });
  });

  it('[Y-23] whatever the text, the answer is a value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const parse of parsers) expect(parse(text).ok).toBe(false);
      }),
    );
  });
});
