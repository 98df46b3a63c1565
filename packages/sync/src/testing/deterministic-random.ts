import { concatBytes, numberToBytes, utf8ToBytes, type RandomBytes } from '../bytes/bytes.ts';
import { deriveSecret } from '../bytes/suite.ts';

/** Bytes that look random and are the same in each run, for tests and test vectors only. */
export function createTestRandom(seed: string): RandomBytes {
  let count = 0;
  return (length) => {
    const blocks: Uint8Array[] = [];
    for (let have = 0; have < length; have += 32) {
      count += 1;
      blocks.push(deriveSecret(concatBytes(utf8ToBytes(seed), numberToBytes(count, 4)), 'test'));
    }
    return concatBytes(...blocks).slice(0, length);
  };
}
