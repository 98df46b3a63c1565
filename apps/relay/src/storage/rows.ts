/** A row as a database gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Thirty-two zero bytes: the head of a feed without entries. */
export const noHead = '0'.repeat(64);

/** An id as bytes, half as long as its text. */
export function toBlob(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}

/** The bytes in a column. @throws TypeError where it holds something else: the file is damaged. */
export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw new TypeError(`The column ${column} holds no bytes.`);
  return value;
}

/** The bytes in a column as hexadecimal. */
export function hexOf(row: Row, column: string): string {
  return Buffer.from(bytesOf(row, column)).toString('hex');
}

/** The number in a column. PostgreSQL gives its 64-bit numbers as text. */
export function numberOf(row: Row, column: string): number {
  const value = Number(row[column]);
  if (!Number.isSafeInteger(value)) throw new TypeError(`The column ${column} holds no whole number.`);
  return value;
}
