import { concatBytes, equalBytes } from './bytes.ts';
import { labelledHash, type Label } from './suite.ts';

const checkLength = 4;

/** Bytes with a checksum behind them: what a person copies or scans can be cut or misread. */
export function addCheck(label: Label, bytes: Uint8Array): Uint8Array {
  return concatBytes(bytes, checkOf(label, bytes));
}

/** The bytes before a checksum; undefined where it does not fit. */
export function takeCheck(label: Label, bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < checkLength) return undefined;
  const checked = bytes.slice(0, -checkLength);
  return equalBytes(checkOf(label, checked), bytes.slice(-checkLength)) ? checked : undefined;
}

function checkOf(label: Label, bytes: Uint8Array): Uint8Array {
  return labelledHash(label, bytes).slice(0, checkLength);
}
