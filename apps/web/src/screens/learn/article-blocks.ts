import { ownValue } from '@psoas/kernel';
import type { Block } from '@psoas/knowledge/types';

type BlocksModule = { readonly blocks: readonly Block[] };

// One import each, written out, so that every article is a file of its own that is fetched when it is read.
const loadById: { readonly [id: string]: () => Promise<BlocksModule> } = {
  anatomy: () => import('@psoas/knowledge/article/anatomy'),
  'daily-work': () => import('@psoas/knowledge/article/daily-work'),
  'tight-or-weak': () => import('@psoas/knowledge/article/tight-or-weak'),
  sitting: () => import('@psoas/knowledge/article/sitting'),
  'runners-and-cyclists': () => import('@psoas/knowledge/article/runners-and-cyclists'),
  posture: () => import('@psoas/knowledge/article/posture'),
  'pelvic-floor-and-knee': () => import('@psoas/knowledge/article/pelvic-floor-and-knee'),
  benefits: () => import('@psoas/knowledge/article/benefits'),
  conditions: () => import('@psoas/knowledge/article/conditions'),
  'getting-help': () => import('@psoas/knowledge/article/getting-help'),
};

/** The text of an article; undefined where there is none of that name. */
export async function loadArticle(id: string): Promise<readonly Block[] | undefined> {
  return (await ownValue(loadById, id)?.())?.blocks;
}
