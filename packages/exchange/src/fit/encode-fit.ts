import { utf8Bytes } from '../utf8.ts';
import { fitBaseTypes, type FitBaseTypeName } from './fit-base-types.ts';
import { fitChecksum } from './fit-checksum.ts';

/** A field to be written: its number in the profile, its type, and whole numbers or a text. Undefined is left out. */
export type FitField = readonly [number: number, type: FitBaseTypeName, value: number | string | undefined];

/** A message to be written, with its number in the profile. */
export type FitRecord = { readonly number: number; readonly fields: readonly FitField[] };

/** The longest text that is written, in bytes with its end: a watch shows no more of a step. */
const longestFitText = 48;

/** Version 2.0 of the protocol; 21.60 of the profile, in which every field that is written here stands. */
const protocolVersion = 0x20;
const profileVersion = 2160;
const headerSize = 14;
const definitionHead = 0x40;

/** A FIT file of these messages, little-endian, each with the definition that it needs. */
export function encodeFit(records: readonly FitRecord[]): Uint8Array<ArrayBuffer> {
  const content: number[] = [];
  let lastDefinition = '';
  for (const { number, fields } of records) {
    const written = fields.flatMap(([field, type, value]) => (value === undefined ? [] : [{ field, type, bytes: bytesOf(type, value) }]));
    const places = written.flatMap(({ field, type, bytes }) => [field, bytes.length, fitBaseTypes[type].code]);
    const definition = [definitionHead, 0, 0, ...littleEndian(number, 2), written.length, ...places];
    // One definition serves all messages of its form that follow one another.
    if (definition.join() !== lastDefinition) content.push(...definition);
    lastDefinition = definition.join();
    content.push(0, ...written.flatMap(({ bytes }) => bytes));
  }
  const head = [headerSize, protocolVersion, ...littleEndian(profileVersion, 2), ...littleEndian(content.length, 4), 0x2e, 0x46, 0x49, 0x54];
  const file = [...head, ...littleEndian(fitChecksum(head), 2), ...content];
  return Uint8Array.from([...file, ...littleEndian(fitChecksum(file), 2)]);
}

function bytesOf(type: FitBaseTypeName, value: number | string): readonly number[] {
  return typeof value === 'string' ? textBytes(value) : littleEndian(value, fitBaseTypes[type].bytes);
}

// Clipped between characters, never inside one.
function textBytes(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const more = utf8Bytes(character);
    if (bytes.length + more.length >= longestFitText) break;
    bytes.push(...more);
  }
  return [...bytes, 0];
}

function littleEndian(value: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => Math.floor(value / 256 ** index) % 256);
}
