import type { Source } from '@psoas/knowledge/types';
import type { Citation } from './schema-org.ts';

/**
 * The works behind an item, in its order. General knowledge and our own judgement are no works, and a source that
 * nobody could verify is not cited.
 */
export function citationsOf(ids: readonly string[], sources: readonly Source[]): readonly Citation[] {
  return ids.flatMap((id) => {
    const source = sources.find((each) => each.id === id);
    return source === undefined || !isWork(source) ? [] : [citationOf(source)];
  });
}

function isWork({ kind, read }: Source): boolean {
  return kind !== 'general-knowledge' && kind !== 'own-judgement' && read !== 'not-verified';
}

function citationOf({ title, titleIs, authors, year }: Source): Citation {
  return {
    '@type': 'CreativeWork',
    ...(titleIs === 'described' ? { description: title } : { name: title }),
    ...(authors === undefined ? {} : { creditText: authors }),
    ...(year === undefined ? {} : { datePublished: String(year) }),
  };
}
