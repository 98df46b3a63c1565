import text from '@psoas/knowledge/text/corrections';

/** The title by which an article is cited. */
export function seedTitle(seed: string): string {
  const titles: Readonly<Record<string, string>> = text.seeds;
  return titles[seed] ?? seed;
}
