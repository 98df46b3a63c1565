/** How a value stands in a FIT file: its number in a definition, its bytes, and the value that stands for none. */
export type FitBaseType = {
  readonly code: number;
  readonly bytes: 1 | 2 | 4 | 8;
  readonly isSigned?: boolean;
  readonly kind: 'integer' | 'text' | 'other';
  readonly none?: number;
};

/** The base types of the FIT protocol. Floats and 64-bit numbers are stepped over: nothing that is read here has one. */
export const fitBaseTypes = {
  enum: { code: 0x00, bytes: 1, kind: 'integer', none: 0xff },
  sint8: { code: 0x01, bytes: 1, kind: 'integer', isSigned: true, none: 0x7f },
  uint8: { code: 0x02, bytes: 1, kind: 'integer', none: 0xff },
  sint16: { code: 0x83, bytes: 2, kind: 'integer', isSigned: true, none: 0x7fff },
  uint16: { code: 0x84, bytes: 2, kind: 'integer', none: 0xffff },
  sint32: { code: 0x85, bytes: 4, kind: 'integer', isSigned: true, none: 0x7fffffff },
  uint32: { code: 0x86, bytes: 4, kind: 'integer', none: 0xffffffff },
  text: { code: 0x07, bytes: 1, kind: 'text' },
  float32: { code: 0x88, bytes: 4, kind: 'other' },
  float64: { code: 0x89, bytes: 8, kind: 'other' },
  uint8z: { code: 0x0a, bytes: 1, kind: 'integer', none: 0 },
  uint16z: { code: 0x8b, bytes: 2, kind: 'integer', none: 0 },
  uint32z: { code: 0x8c, bytes: 4, kind: 'integer', none: 0 },
  byte: { code: 0x0d, bytes: 1, kind: 'other' },
  sint64: { code: 0x8e, bytes: 8, kind: 'other' },
  uint64: { code: 0x8f, bytes: 8, kind: 'other' },
  uint64z: { code: 0x90, bytes: 8, kind: 'other' },
} as const satisfies Readonly<Record<string, FitBaseType>>;

/** The name of a base type. */
export type FitBaseTypeName = keyof typeof fitBaseTypes;

/** Milliseconds since 1970 UTC at which the seconds of FIT begin: 31 December 1989. */
export const fitEpochMillis = 631_065_600_000;
