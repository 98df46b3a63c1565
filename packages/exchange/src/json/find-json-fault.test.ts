import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from './find-json-fault.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const damaged = fc
  .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', '\\', 'e', '-', ' ', '\u0000', '01', 'nul'), fc.nat(3))
  .map(([text, at, put, cut]) => text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + cut));

describe('findJsonFault', () => {
  it('[DF-04] finds a fault exactly where the platform finds one', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged, fc.string()), (text) => {
        expect(findJsonFault(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it('[DF-04] every beginning of a text is cut off, and the end is whole', () => {
    const text = '{"a":[1,-2.5e3,true,null,"x\\u00e9y",{}],"b":{"c":""}}';
    expect(findJsonFault(text)).toBeUndefined();
    for (let length = 1; length < text.length; length += 1)
      expect([length, findJsonFault(text.slice(0, length))?.isCutOff]).toEqual([length, true]);
  });

  it.each([
    ['{"a":1,}', 7],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['[1]]', 3],
    ['{a:1}', 1],
    ['[01]', 1],
    ["['x']", 1],
    ['["a\nb"]', 1],
  ])('[DF-04] says where %j stops', (text, offset) => {
    expect(findJsonFault(text)).toEqual({ offset, isCutOff: false });
  });

  it('does not mind any depth or length', () => {
    expect(findJsonFault(`["${'\\n long '.repeat(3_000_000)}", x]`)).toMatchObject({ isCutOff: false });
    expect(findJsonFault('['.repeat(100_000))?.isCutOff).toBe(true);
  });
});
