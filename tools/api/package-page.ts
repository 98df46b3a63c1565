import { relative } from 'node:path';
import type { PublicDoor, PublicName } from './public-name.ts';

/** The folder of the reference, from the repository's root. */
export const apiFolder = 'docs/api';

/** The page of one package: each door, each name with its declaration, its words and its place. */
export function packagePage(name: string, doors: readonly PublicDoor[]): string {
  const body = doors.flatMap((door) => [
    `## ${door.specifier}`,
    ...(door.doc === '' ? [] : [door.doc]),
    ...door.names.map(section),
  ]);
  return `${[`# @psoas/${name}`, written, ...body].join('\n\n')}\n`;
}

/** The page that leads to the others. */
export function indexPage(packages: readonly { readonly name: string; readonly doors: readonly PublicDoor[] }[]): string {
  const rows = packages.flatMap(({ name, doors }) =>
    doors.map((door) => `| [${door.specifier}](${name}.md#${anchor(door.specifier)}) | ${firstSentence(door.doc)} | ${door.names.length} |`),
  );
  return `${['# What the packages offer', written, ['| import | what it is | names |', '|---|---|---|', ...rows].join('\n')].join('\n\n')}\n`;
}

const written = 'Written by `npm run api` from the doc comments; change them, not this page.';

function section({ name, kind, signature, doc, path }: PublicName): string {
  const place = `[${path}](${relative(apiFolder, path)})`;
  const words = doc === '' ? [] : [doc.replaceAll('\n@', '\n\n@')];
  return [`### ${name}`, ...words, `\`\`\`typescript\n${signature}\n\`\`\``, `A ${kind}. ${place}`].join('\n\n');
}

function firstSentence(doc: string): string {
  return doc.replaceAll('\n', ' ').replaceAll('|', '\\|');
}

// As the readers of Markdown that we know make it of a heading.
function anchor(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9 -]/g, '').replaceAll(' ', '-');
}
