import type { Block } from '@psoas/knowledge/types';

type Article = { readonly blocks: readonly Block[] };

/** The blocks of an article; undefined when it is not known. */
export async function loadArticle(id: string): Promise<Article | undefined> {
  return Object.hasOwn(articleById, id) ? articleById[id]?.() : undefined;
}

// Each article is a module of its own: only the one that is read is loaded.
const articleById: { readonly [id: string]: () => Promise<Article> } = {
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
