import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseDocument } from 'yaml';
import type { Language } from '../../../packages/knowledge/src/generated/types.ts';
import type { KnowledgeProblem } from '../knowledge-problem.ts';
import { fieldsOf, type Schemas } from './text-tree.ts';

/** What locales/languages.yaml says. */
export type Languages = {
  readonly languages: readonly Language[];
  /** Files of locales/en that stay English in every language. */
  readonly englishOnly: ReadonlySet<string>;
  /** Files that a complete language may leave out; English stands in. */
  readonly mayWait: ReadonlySet<string>;
};

const path = 'locales/languages.yaml';

/** Reads the languages; an entry that its schema refuses becomes a problem and is left out. */
export function readLanguages(root: string, schemas: Schemas, problems: KnowledgeProblem[]): Languages {
  if (!existsSync(join(root, path))) problems.push({ file: path, field: '', remedy: 'add this file' });
  const all = existsSync(join(root, path)) ? fieldsOf(parseDocument(readFileSync(join(root, path), 'utf8')).toJS()) : {};
  const isLanguage = new Ajv2020({ strict: true }).compile<Language>(schemas.get('language.schema.json') ?? {});
  const languages = listOf(all['languages']).filter((entry, index): entry is Language => {
    if (isLanguage(entry)) return true;
    problems.push(...(isLanguage.errors ?? []).map(({ instancePath, message }) => ({ file: path, field: `languages[${index}]${instancePath.replaceAll('/', '.')}`, remedy: message ?? 'correct this' })));
    return false;
  });
  const names = (key: string): ReadonlySet<string> => new Set(listOf(all[key]).map(String));
  return { languages, englishOnly: names('englishOnly'), mayWait: names('mayWait') };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
