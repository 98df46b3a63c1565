import { err, ok, type Result } from '@psoas/kernel';

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text behind the five entities of XML and characters by number; the error is the entity that is none of them. */
export function decodeXmlText(raw: string): Result<string, string> {
  if (!raw.includes('&')) return ok(raw);
  let unknown: string | undefined;
  const text = raw.replace(/&(?:#(\d{1,7})|#x([\dA-Fa-f]{1,6})|(\w{1,8}));|&/g, (whole: string, decimal?: string, hex?: string, name?: string) => {
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
    const found = code === undefined ? namedText(name) : characterText(code);
    if (found === undefined) unknown ??= whole;
    return found ?? '';
  });
  return unknown === undefined ? ok(text) : err(unknown);
}

function namedText(name: string | undefined): string | undefined {
  return name !== undefined && Object.hasOwn(namedEntities, name) ? namedEntities[name] : undefined;
}

function characterText(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
