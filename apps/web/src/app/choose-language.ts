/** The codes of our languages, and of those that are complete. */
export type LanguageCodes = { readonly all: readonly string[]; readonly complete: readonly string[] };

/**
 * The language to speak, by its code: the one that the person set, else the first of the browser's that is complete,
 * else English.
 * @param wanted A code of ours, or empty where nothing was set.
 * @param preferred What the browser prefers, best first (BCP 47).
 */
export function chooseLanguage(wanted: string, preferred: readonly string[], { all, complete }: LanguageCodes): string {
  if (all.includes(wanted)) return wanted;
  for (const tag of preferred) {
    const found = complete.find((code) => code === tag) ?? complete.find((code) => writtenLanguage(code) === writtenLanguage(tag));
    if (found !== undefined) return found;
  }
  return 'en';
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
