import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Language } from '../../../packages/knowledge/src/generated/types.ts';
import { emitModules } from '../../../tools/build-knowledge/emit.ts';
import { checkLanguages, spokenLanguages } from '../../../tools/build-knowledge/overlay/check-languages.ts';
import { translatedKnowledge } from '../../../tools/build-knowledge/overlay/translated-knowledge.ts';
import { mapTexts } from '../../../tools/build-knowledge/overlay/map-texts.ts';
import { pseudoText } from '../../../tools/build-knowledge/overlay/pseudo-text.ts';
import { readItems } from '../../../tools/build-knowledge/read-items.ts';

const knowledgeRoot = resolve(import.meta.dirname, '../../../packages/knowledge/src');

/** Where the made-up languages are compiled; not committed. */
export const pseudoFolder = resolve(import.meta.dirname, '../.pseudo');

const madeUp: Omit<Language, 'code' | 'ownName' | 'englishName' | 'direction'> = { state: 'complete', reviewed: false, formats: 'en-GB', voices: ['en-GB', 'en'] };
const made: readonly Language[] = [
  { ...madeUp, code: 'en-XA', ownName: '[Éñĝļîšĥ]', englishName: 'Accented English', direction: 'ltr' },
  { ...madeUp, code: 'ar-XB', ownName: '[Ĥšîļĝñé]', englishName: 'English from right to left', direction: 'rtl' },
];

/** Compiles two languages that are English in disguise, from right to left one of them; gives their codes. */
export async function pseudoLanguages(): Promise<readonly string[]> {
  const knowledge = readItems(knowledgeRoot, []);
  const checked = checkLanguages(knowledgeRoot, knowledge, []);
  const files = new Map([...checked.english].map(([path, tree]) => [path, mapTexts(tree, pseudoText)]));
  const spoken = made.map((language) => ({ language, knowledge: translatedKnowledge(knowledge, checked.english, { files, faults: new Map() }) }));
  const modules = await emitModules(knowledgeRoot, knowledge, { problems: [], languages: [...spokenLanguages(knowledge, checked), ...spoken] });
  rmSync(pseudoFolder, { recursive: true, force: true });
  for (const [path, text] of modules) {
    if (path !== 'languages.ts' && path !== 'language-codes.ts' && !path.startsWith('movements/') && !made.some(({ code }) => path.startsWith(`${code}/`))) continue;
    mkdirSync(dirname(join(pseudoFolder, path)), { recursive: true });
    writeFileSync(join(pseudoFolder, path), text);
  }
  return made.map(({ code }) => code);
}
