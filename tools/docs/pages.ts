import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The repository's root. */
export const root = resolve(import.meta.dirname, '../..');

/**
 * The pages for people: README, CONTRIBUTING, CHANGELOG, everything below docs, and the SPEC.md of a package whose
 * format others may build too; as paths from the root.
 */
export function pagePaths(): readonly string[] {
  const top = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter((path) => existsSync(join(root, path)));
  return [...top, ...globSync(['docs/**/*.md', 'packages/*/SPEC.md'], { cwd: root }).toSorted()];
}

/** The text of a file, by its path from the root. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The cells of each table row of a page, heads and rulers left out. */
export function tableRows(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n');
  return lines
    .filter((line, index) => line.startsWith('|') && !isRuler(line) && !isRuler(lines[index + 1] ?? ''))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** A fenced block of a page, and the comment line that stands right above it. */
export type Fence = { readonly language: string; readonly text: string; readonly above: string };

/** The fenced blocks of a page in their order. */
export function fencesOf(page: string): readonly Fence[] {
  const lines = page.split('\n');
  const marks = lines.flatMap((line, index) => (line.startsWith('```') ? [index] : []));
  return marks.flatMap((start, count) => {
    const end = marks[count + 1];
    if (count % 2 === 1 || end === undefined) return [];
    return [
      {
        language: lines[start]?.slice(3) ?? '',
        text: lines.slice(start + 1, end).join('\n'),
        above: lines[start - 1] ?? '',
      },
    ];
  });
}

/** The words between backquotes. */
export function codeWords(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
}

/** What the ids of rules begin with, besides those of one letter. */
const prefixes = [
  'AC',
  'BODY',
  'BR',
  'DF',
  'FH',
  'FIG',
  'FT',
  'HD',
  'IC',
  'LA',
  'MC',
  'ME',
  'MOT',
  'PA',
  'PR',
  'RE',
  'SH',
  'SY',
  'WS',
];
const rulePattern = new RegExp(`\\b(?:S-PAIN|RF\\d{2}|(?:[A-Z]|${prefixes.join('|')})-\\d{2}|M-[A-Z]+(?:-[A-Z]+)*)\\b`, 'g');

/** The rule, flag and modifier ids that a text names. */
export function ruleIds(text: string): readonly string[] {
  return [
    ...new Set(
      text.match(rulePattern) ?? [],
    ),
  ];
}

function isRuler(line: string): boolean {
  return /^\|[\s:|-]+\|$/.test(line);
}
