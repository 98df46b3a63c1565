import type { Questionnaire } from '../r4.ts';
import { definitionsVersion } from '../systems.ts';

type NamedFields = Pick<Questionnaire, 'url' | 'version' | 'name' | 'title' | 'status' | 'experimental' | 'publisher' | 'description'>;

/** What every definition says of itself. `name` is for machines: letters and digits, a capital first. */
export function named(url: string, name: string, words: { readonly title: string; readonly description: string; readonly publisher: string }): NamedFields {
  const { title, description, publisher } = words;
  return { url, version: definitionsVersion, name: `Psoas${name}`, title, status: 'active', experimental: false, publisher, description };
}
