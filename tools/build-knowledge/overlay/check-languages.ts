import type { SpokenLanguage } from '../emit.ts';
import type { KnowledgeProblem } from '../knowledge-problem.ts';
import type { RawKnowledge } from '../read-items.ts';
import { checkLanguage, type LanguageReport } from './check-language.ts';
import { englishTexts, type EnglishTexts } from './english-texts.ts';
import { readLanguages, type Languages } from './languages.ts';
import { readSchemas } from './text-tree.ts';
import { translatedKnowledge } from './translated-knowledge.ts';

/** All languages, held against the English texts. English itself is complete by nature and has no report. */
export type CheckedLanguages = { readonly languages: Languages; readonly english: EnglishTexts; readonly reports: readonly LanguageReport[] };

/** Reads and checks every language that locales/languages.yaml lists. */
export function checkLanguages(root: string, knowledge: RawKnowledge, problems: KnowledgeProblem[]): CheckedLanguages {
  const schemas = readSchemas(root);
  const languages = readLanguages(root, schemas, problems);
  const english = englishTexts(knowledge, schemas, languages.englishOnly);
  const others = languages.languages.filter(({ code }) => code !== 'en');
  return { languages, english, reports: others.map((language) => checkLanguage(root, language, english)) };
}

/** The languages of the app, English first. A draft is none yet. */
export function spokenLanguages(knowledge: RawKnowledge, { languages, english, reports }: CheckedLanguages): readonly SpokenLanguage[] {
  const own = languages.languages.filter(({ code }) => code === 'en').map((language) => ({ language, knowledge }));
  const others = reports.filter(({ language }) => language.state !== 'draft');
  return [...own, ...others.map(({ language, overlay }) => ({ language, knowledge: translatedKnowledge(knowledge, english, overlay) }))];
}
