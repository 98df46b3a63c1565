/** An XML element: a name, attributes (numbers are rounded to nine places) and what stands inside. */
export type Xml = {
  readonly tag: string;
  readonly attributes: { readonly [name: string]: string | number | readonly number[] };
  readonly inside: readonly Xml[];
};

/** Makes an element. */
export function xml(tag: string, attributes: Xml['attributes'] = {}, inside: readonly Xml[] = []): Xml {
  return { tag, attributes, inside };
}

/** Writes an element and everything in it, two spaces per level. Names are ours and need no escaping. */
export function writeXml({ tag, attributes, inside }: Xml, indent = ''): string {
  const words = [tag, ...Object.entries(attributes).map(([name, value]) => `${name}="${text(value)}"`)].join(
    ' ',
  );
  if (inside.length === 0) return `${indent}<${words}/>\n`;
  return `${indent}<${words}>\n${inside.map((each) => writeXml(each, `${indent}  `)).join('')}${indent}</${tag}>\n`;
}

function text(value: string | number | readonly number[]): string {
  if (typeof value === 'string') return value;
  const numbers = typeof value === 'number' ? [value] : value;
  return numbers.map((each) => String(Number(each.toFixed(9)))).join(' ');
}
