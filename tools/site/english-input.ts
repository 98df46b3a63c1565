import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleHeads } from '@psoas/knowledge/articles';
import { checks } from '@psoas/knowledge/checks';
import { claims } from '@psoas/knowledge/claims';
import { exercises } from '@psoas/knowledge/exercises';
import { faq } from '@psoas/knowledge/faq';
import { mechanics } from '@psoas/knowledge/mechanics';
import { movementLoaders } from '@psoas/knowledge/movement-loaders';
import { groups, questions } from '@psoas/knowledge/questions';
import { sources } from '@psoas/knowledge/sources';
import check from '@psoas/knowledge/text/check';
import corrections from '@psoas/knowledge/text/corrections';
import exercisesText from '@psoas/knowledge/text/exercises';
import faqText from '@psoas/knowledge/text/faq';
import figure from '@psoas/knowledge/text/figure';
import learn from '@psoas/knowledge/text/learn';
import model from '@psoas/knowledge/text/model';
import rulesText from '@psoas/knowledge/text/rules';
import shell from '@psoas/knowledge/text/shell';
import site from '@psoas/knowledge/text/site';
import sourcesText from '@psoas/knowledge/text/sources';
import { loadArticle } from '../../apps/web/src/screens/learn/article-blocks.ts';
import { repositoryRoot } from '../command-line.ts';
import type { SiteInput } from './site-input.ts';
import { joinStyles } from './join-styles.ts';

const pluralRules = new Intl.PluralRules('en-GB');

/** Everything that the English site is made from. */
export async function englishInput(): Promise<SiteInput> {
  const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');
  return {
    knowledge: {
      exercises,
      articles: await Promise.all(
        articleHeads.map(async (head) => ({ head, blocks: (await loadArticle(head.id)) ?? [] })),
      ),
      faq,
      claims,
      findings: mechanics,
      checks,
      questions,
      groups,
      sources,
      movements: new Map(
        await Promise.all(
          Object.entries(movementLoaders).map(async ([id, load]) => [id, await load()] as const),
        ),
      ),
    },
    words: {
      site,
      exercises: exercisesText,
      things: check.week.equipmentNames,
      learn,
      faq: faqText,
      corrections,
      sources: sourcesText,
      shell,
      rules: rulesText,
      model,
      figure,
    },
    language: 'en-GB',
    plural: (count) => pluralRules.select(count),
    styles: joinStyles([
      read('apps/web/src/styles/tokens.css'),
      read('apps/web/src/styles/base.css'),
      read('tools/site/site.css'),
    ]),
    icon: read('apps/web/public/icons/icon.svg'),
  };
}
