const seeds = [0x811c9dc5, 0x01000193, 0x9e3779b9, 0x85ebca6b] as const;

/** FHIR's own bounds for an id. */
const plainId = /^[A-Za-z0-9.-]{1,64}$/;

/**
 * An id that FHIR takes (letters, digits, dots and dashes, 64 at most), always the same for the same words. Words that
 * fit stay readable; others become 128 bits of a hash, so that no two meet by accident.
 */
export function resourceId(...words: readonly (string | number)[]): string {
  const plain = words.join('-');
  return plainId.test(plain) ? plain : `${plain.slice(0, 20).replaceAll(/[^A-Za-z0-9.-]/g, '')}.${hashText(JSON.stringify(words))}`;
}

// 128 bits as 32 hexadecimal digits: FNV-1a from four beginnings. For names, not against anybody.
function hashText(text: string): string {
  return seeds.map((seed) => hashFrom(seed, text).toString(16).padStart(8, '0')).join('');
}

function hashFrom(seed: number, text: string): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}
