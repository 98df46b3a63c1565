import type { Language } from '@psoas/knowledge/types';

/** The languages to choose from, English among them. */
export type Choice = { readonly languages: readonly Language[]; readonly english: Language };

/**
 * The language to speak: the one that the person set, else the first of the browser's that is complete, else English.
 * @param wanted A code of ours, or empty where nothing was set.
 * @param preferred What the browser prefers, best first (BCP 47).
 */
export function chooseLanguage(wanted: string, preferred: readonly string[], { languages, english }: Choice): Language {
  const set = languages.find(({ code }) => code === wanted);
  if (set !== undefined) return set;
  const complete = languages.filter(({ state }) => state === 'complete');
  for (const tag of preferred) {
    const found = complete.find(({ code }) => code === tag) ?? complete.find(({ code }) => writtenLanguage(code) === writtenLanguage(tag));
    if (found !== undefined) return found;
  }
  return english;
}

// Language and script decide what somebody can read: zh-TW is written otherwise than zh-Hans.
function writtenLanguage(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script ?? ''}`;
  } catch {
    return tag;
  }
}
