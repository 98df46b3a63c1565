import { wrap } from '../print/layout.ts';

/** Text as roff shows it letter by letter: no letter of it is an escape or becomes a typographic sign. */
export function roffText(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll("'", '\\(aq')
    .replaceAll('`', '\\(ga')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replaceAll('"', '\\(dq');
}

/** Running text in lines that are easy to compare; none of them is a request. */
export function running(text: string): readonly string[] {
  return wrap(roffText(text), 80).map((line) => (line.startsWith('.') ? `\\&${line}` : line));
}

/** A section, by its title in capitals. */
export function section(title: string, lines: readonly string[]): readonly string[] {
  return [`.SH ${roffText(title)}`, ...lines];
}

/** Paragraphs, one each. */
export function paragraphs(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text, index) => [...(index === 0 ? [] : ['.PP']), ...running(text)]);
}

/** A term in bold, and what it is, indented below. */
export function entry(term: string, text: string): readonly string[] {
  return ['.TP', `.B ${roffText(term)}`, ...running(text)];
}

/** A sentence, and a command below it that keeps its line. */
export function example(text: string, command: string): readonly string[] {
  return ['.PP', ...running(text), '.PP', '.RS 4', '.EX', roffText(command), '.EE', '.RE'];
}
