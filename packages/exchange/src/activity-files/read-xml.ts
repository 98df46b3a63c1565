import { decodeXmlText } from './decode-xml-text.ts';

/** Why a text is no XML that can be used. Lines count from 1. */
export type XmlProblem =
  | { readonly id: 'xml'; readonly line: number; readonly found: string }
  /** A document type can hold entities that grow without end or reach for other files: none is read. */
  | { readonly id: 'doctype'; readonly line: number }
  | { readonly id: 'entity'; readonly line: number; readonly found: string }
  | { readonly id: 'unclosed'; readonly line: number; readonly name: string }
  | { readonly id: 'wrong-close'; readonly line: number; readonly name: string; readonly expected: string }
  | { readonly id: 'too-deep'; readonly line: number; readonly limit: number };

/** An element as it closes: the names on the way to it joined by `/`, without prefixes, and the text in it. */
export type XmlElement = {
  readonly path: string;
  readonly text: string;
  readonly attribute: (name: string) => string | undefined;
  /** Where it closes. */
  readonly line: () => number;
};

/** What is told while a text is read. */
export type XmlVisitor = {
  readonly open?: (element: Omit<XmlElement, 'text'>) => void;
  readonly close: (element: XmlElement) => void;
};

const deepest = 32;
/** A longer tag is no tag of ours. */
const longestTag = 5000;

type OpenElement = {
  readonly name: string;
  readonly path: string;
  readonly at: number;
  readonly attribute: XmlElement['attribute'];
  text: string;
};

/**
 * Reads XML strictly from its first character to its last: one root, every element closed by its own name, no document
 * type, no entities but the five of XML and numbers. Namespaces are ignored. Time grows with the length of the text.
 */
export function readXml(text: string, visitor: XmlVisitor): XmlProblem | undefined {
  const open: OpenElement[] = [];
  // Counted anew each time: asked only for a problem.
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let hasRoot = false;
  while (at < text.length) {
    const start = text.indexOf('<', at);
    const end = start === -1 ? text.length : start;
    const problem = takeText(text.slice(at, end), open.at(-1), () => lineOf(at));
    if (problem !== undefined) return problem;
    if (start === -1) break;
    const markup = markupAt(text, start);
    if (markup === undefined) return { id: 'xml', line: lineOf(start), found: text.slice(start, start + 20) };
    at = markup.end;
    if (markup.kind === 'doctype') return { id: 'doctype', line: lineOf(start) };
    if (markup.kind === 'cdata') {
      const inside = open.at(-1);
      if (inside === undefined) return { id: 'xml', line: lineOf(start), found: '<![CDATA[' };
      inside.text += markup.body;
    }
    if (markup.kind === 'tag') {
      if (open.length === 0 && hasRoot) return { id: 'xml', line: lineOf(start), found: text.slice(start, start + 20) };
      hasRoot = true;
      const wrong = takeTag(markup.body, { start, open, visitor, lineOf });
      if (wrong !== undefined) return wrong;
    }
  }
  const left = open.at(-1);
  if (left !== undefined) return { id: 'unclosed', line: lineOf(left.at), name: left.name };
  return hasRoot ? undefined : { id: 'xml', line: 1, found: '' };
}

type Markup = {
  readonly kind: 'tag' | 'cdata' | 'doctype' | 'passed';
  readonly body: string;
  readonly end: number;
};

const passedOver = [
  { from: '<!--', to: '-->', kind: 'passed' },
  { from: '<?', to: '?>', kind: 'passed' },
  { from: '<![CDATA[', to: ']]>', kind: 'cdata' },
] as const;

function markupAt(text: string, start: number): Markup | undefined {
  for (const { from, to, kind } of passedOver) {
    if (!text.startsWith(from, start)) continue;
    const end = text.indexOf(to, start + from.length);
    return end === -1 ? undefined : { kind, body: text.slice(start + from.length, end), end: end + to.length };
  }
  if (text.startsWith('<!', start)) return { kind: 'doctype', body: '', end: start + 2 };
  // A quoted value may hold a ">".
  const tag = /[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*>/y;
  tag.lastIndex = start + 1;
  const found = tag.exec(text);
  return found === null ? undefined : { kind: 'tag', body: found[0].slice(0, -1), end: tag.lastIndex };
}

type TagPlace = {
  readonly start: number;
  readonly open: OpenElement[];
  readonly visitor: XmlVisitor;
  readonly lineOf: (at: number) => number;
};

function takeTag(body: string, { start, open, visitor, lineOf }: TagPlace): XmlProblem | undefined {
  const line = (): number => lineOf(start);
  const [, slash = '', name = '', written = '', selfClosing = ''] =
    body.length > longestTag ? [] : /^(\/?)([\p{L}_][\p{L}\p{N}_.:-]*)((?:\s[^]*?)?)(\/?)$/u.exec(body) ?? [];
  const attributes = written.trimEnd();
  if (name === '' || (slash !== '' && (selfClosing !== '' || attributes !== '')))
    return { id: 'xml', line: line(), found: `<${body}`.slice(0, 20) };
  if (slash === '') {
    const problem = checkAttributes(attributes, line);
    if (problem !== undefined) return problem;
    if (open.length >= deepest) return { id: 'too-deep', line: line(), limit: deepest };
    const attribute = (wanted: string): string | undefined => attributeOf(attributes, wanted);
    const path = `${open.length === 0 ? '' : `${open.at(-1)?.path ?? ''}/`}${localName(name)}`;
    open.push({ name, path, at: start, attribute, text: '' });
    visitor.open?.({ path, attribute, line });
    if (selfClosing === '') return undefined;
  }
  const last = open.pop();
  if (last?.name !== name) return { id: 'wrong-close', line: line(), name, expected: last?.name ?? '' };
  visitor.close({ path: last.path, text: last.text.trim(), attribute: last.attribute, line });
  return undefined;
}

// Sticky: one attribute after the other, never looked for further on, so that many blanks cost no more than their number.
const attributePattern = /\s+([\p{L}_][\p{L}\p{N}_.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/uy;

type Attribute = { readonly name: string; readonly raw: string };

function attributesIn(text: string): { readonly found: readonly Attribute[]; readonly rest: string } {
  const found: Attribute[] = [];
  for (let at = 0; ; at = attributePattern.lastIndex) {
    attributePattern.lastIndex = at;
    const [, name, double, single] = attributePattern.exec(text) ?? [];
    if (name === undefined) return { found, rest: text.slice(at) };
    found.push({ name, raw: double ?? single ?? '' });
  }
}

function checkAttributes(attributes: string, line: () => number): XmlProblem | undefined {
  if (attributesIn(attributes).rest.trim() !== '')
    return { id: 'xml', line: line(), found: attributes.trim().slice(0, 20) };
  const decoded = attributes.includes('&') ? decodeXmlText(attributes) : undefined;
  return decoded?.ok === false ? { id: 'entity', line: line(), found: decoded.error } : undefined;
}

function attributeOf(attributes: string, wanted: string): string | undefined {
  const attribute = attributesIn(attributes).found.find(({ name }) => localName(name) === wanted);
  const decoded = attribute === undefined ? undefined : decodeXmlText(attribute.raw);
  return decoded?.ok === true ? decoded.value : undefined;
}

function takeText(raw: string, inside: OpenElement | undefined, line: () => number): XmlProblem | undefined {
  if (inside === undefined) return raw.trim() === '' ? undefined : { id: 'xml', line: line(), found: raw.trim().slice(0, 20) };
  const decoded = decodeXmlText(raw);
  if (!decoded.ok) return { id: 'entity', line: line(), found: decoded.error };
  inside.text += decoded.value;
  return undefined;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
