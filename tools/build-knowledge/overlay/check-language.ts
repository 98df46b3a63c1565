import { join } from 'node:path';
import type { Language } from '../../../packages/knowledge/src/generated/types.ts';
import { textToBlocks } from '../blocks.ts';
import type { KnowledgeProblem } from '../knowledge-problem.ts';
import { compareTrees, pluralNeeds, type TextFault } from './compare-trees.ts';
import { claimColumns, type EnglishTexts } from './english-texts.ts';
import type { Languages } from './languages.ts';
import { readOverlay, type Overlay } from './read-overlay.ts';
import { countTexts, fieldsOf } from './text-tree.ts';

/** How far one file of a translation is. */
export type FileReport = { readonly file: string; readonly texts: number; readonly missing: number; readonly faults: readonly TextFault[] };

/** A language, its translation as read, and what is to be done. */
export type LanguageReport = { readonly language: Language; readonly overlay: Overlay; readonly files: readonly FileReport[] };

/** Holds a translation against the English texts, file by file. */
export function checkLanguage(root: string, language: Language, english: EnglishTexts): LanguageReport {
  const overlay = readOverlay(join(root, 'locales', language.code), claimColumns(english));
  const plurals = pluralNeeds(language.code);
  const files = [...english].map(([file, tree]): FileReport => {
    const given = overlay.files.get(file);
    const faults = [...(overlay.faults.get(file) ?? []), ...compareTrees(tree, given, { plurals }), ...(file.endsWith('.md') ? articleFaults(given) : [])];
    return { file, texts: countTexts(tree), missing: faults.filter(({ kind }) => kind === 'missing').length, faults };
  });
  const unknown = [...overlay.files.keys()].filter((file) => !english.has(file));
  const remedy = 'remove this file or correct its name: English has no such file to translate';
  return { language, overlay, files: [...files, ...unknown.map((file): FileReport => ({ file, texts: 0, missing: 0, faults: [{ kind: 'superfluous', field: '', remedy }] }))] };
}

function articleFaults(given: unknown): readonly TextFault[] {
  const body = fieldsOf(given)['body'];
  if (typeof body !== 'string') return [];
  return textToBlocks(body).faults.map((fault): TextFault => ({ kind: 'shape', field: 'body', remedy: `remove ${fault}` }));
}

/** What of a report stops the build: every fault, and what is missing in a language that is complete. */
export function languageProblems({ language, overlay, files }: LanguageReport, { mayWait }: Languages): readonly KnowledgeProblem[] {
  if (language.code === 'en') return [];
  return files.flatMap(({ file, faults }) => {
    const at = `locales/${language.code}/${file}`;
    const mustBeWhole = language.state === 'complete' && !mayWait.has(file);
    if (mustBeWhole && !overlay.files.has(file)) return [{ file: at, field: '', remedy: `add this file, or list ${language.code} as partial in locales/languages.yaml` }];
    return faults.filter(({ kind }) => kind !== 'missing' || mustBeWhole).map(({ field, remedy }) => ({ file: at, field, remedy }));
  });
}
