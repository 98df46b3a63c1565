import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFit, isFit } from './decode-fit.ts';
import { encodeFit, type FitField } from './encode-fit.ts';
import { fitChecksum } from './fit-checksum.ts';

/** A file around records that are written byte by byte. */
function fileOf(content: readonly number[], { headerSize = 12 } = {}): Uint8Array {
  const head = [headerSize, 0x20, 0x70, 8, content.length, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54, ...(headerSize === 14 ? [0, 0] : [])];
  const sum = fitChecksum([...head, ...content]);
  return Uint8Array.from([...head, ...content, sum % 256, sum >> 8]);
}

const every = new Set(Array.from({ length: 300 }, (_, number) => number));

/** What was read, as plain values. */
function decoded(bytes: Uint8Array): unknown {
  const read = decodeFit(bytes, every);
  return read.ok ? read.value.map(({ number, fields }) => [number, Object.fromEntries(fields)]) : read.error;
}

describe('a FIT file', () => {
  it('[FT-10] comes back as it was written, whatever stands in it', () => {
    const field = fc.oneof(
      fc.tuple(fc.nat(250), fc.constant('uint8' as const), fc.nat(254)),
      fc.tuple(fc.nat(250), fc.constant('uint16' as const), fc.nat(65_534)),
      fc.tuple(fc.nat(250), fc.constant('uint32' as const), fc.nat(4_294_967_294)),
      fc.tuple(fc.nat(250), fc.constant('uint32z' as const), fc.integer({ min: 1, max: 4_294_967_295 })),
      fc.tuple(fc.nat(250), fc.constant('text' as const), fc.string({ unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)), minLength: 1, maxLength: 47 })),
    );
    const record = fc.record({ number: fc.nat(299), fields: fc.uniqueArray(field, { selector: ([number]) => number, maxLength: 8 }) });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 20 }), (records) => {
        const written: readonly { readonly number: number; readonly fields: readonly FitField[] }[] = records;
        expect(decoded(encodeFit(written))).toEqual(written.map(({ number, fields }) => [number, Object.fromEntries(fields.map(([place, , value]) => [place, value]))]));
      }),
    );
  });

  it('[FT-10] numbers may stand with the big end first, be signed, or be lists; what stands for none is none', () => {
    const content = [0x40, 0, 1, 0, 18, 4, 2, 4, 0x86, 9, 2, 0x83, 7, 4, 0x84, 5, 1, 0x00, 0, 0, 0, 1, 2, 0xff, 0xfe, 0, 1, 0, 2, 0xff];
    expect(decoded(fileOf(content))).toEqual([[18, { 2: 258, 9: -2, 7: [1, 2] }]]);
  });

  it('[FT-10] short times in the head, fields of developers, unknown types and longer headers are stepped over', () => {
    const definition = [0x60, 0, 0, 20, 0, 1, 3, 1, 0x02, 2, 0, 2, 0, 1, 1, 0];
    const content = [...definition, 0x00, 140, 9, 9, 8, 0x85, 141, 9, 9, 8];
    expect(decoded(fileOf(content, { headerSize: 14 }))).toEqual([[20, { 3: 140 }], [20, { 3: 141 }]]);
    expect(decoded(fileOf([0x40, 0, 0, 20, 0, 1, 3, 2, 0x55, 0x00, 1, 2]))).toEqual([[20, {}]]);
  });

  it('[FT-10] files that were joined are read as one', () => {
    const one = encodeFit([{ number: 18, fields: [[5, 'enum', 1]] }]);
    expect(decoded(Uint8Array.from([...one, ...one]))).toEqual([[18, { 5: 1 }], [18, { 5: 1 }]]);
    expect(decoded(Uint8Array.from([...one, 1, 2, 3]))).toEqual({ id: 'fit-header', byte: one.length + 1 });
  });

  it('[FT-14] damage is named with its byte', () => {
    const good = encodeFit([{ number: 18, fields: [[5, 'enum', 1]] }]);
    expect(decoded(new Uint8Array(0))).toEqual({ id: 'fit-header', byte: 1 });
    expect(decoded(good.subarray(0, good.length - 1))).toEqual({ id: 'fit-cut-off', found: good.length - 1, stated: good.length });
    expect(decoded(good.with(16, 9))).toEqual({ id: 'fit-checksum', byte: good.length - 1 });
    expect(decoded(fileOf([0x05, 1]))).toEqual({ id: 'fit-record', byte: 13 });
    expect(decoded(fileOf([0x40, 0, 0, 20, 0, 200, 1]))).toEqual({ id: 'fit-record', byte: 13 });
    expect(decoded(fileOf([0x40, 0, 0, 20, 0, 1, 3, 4, 0x86, 0, 1, 2]))).toEqual({ id: 'fit-record', byte: 22 });
    expect([isFit(good), isFit(good.subarray(0, 11)), isFit(Uint8Array.from([60, 103, 112, 120]))]).toEqual([true, false, false]);
  });

  it('[FT-11] whatever bytes, also with a checksum that fits, are read or refused', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x40, 0x00, 0x60, 0x80, 0xff)), { maxLength: 200 }), (content) => {
        const read = decodeFit(fileOf(content), every);
        expect(read.ok || read.error.id === 'fit-record').toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('[FT-10] the checksum is the one of the protocol', () => {
    // CRC-16/ARC of the digits 1 to 9, as every table of checksums has it.
    expect(fitChecksum(Array.from('123456789', (digit) => digit.charCodeAt(0)))).toBe(0xbb3d);
  });
});
