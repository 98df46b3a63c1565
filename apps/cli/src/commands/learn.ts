import { fillTemplate, ownValue } from '@psoas/kernel';
import { articleHeads } from '@psoas/knowledge/articles';
import type { Block } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/cli';
import { complain, isOn, printJson, printLines, type Command } from '../io.ts';
import { nearest } from '../nearest.ts';
import { columns, stylesOf, textWidth, wrap } from '../print/layout.ts';
import { citedSources, renderBlocks } from '../print/render-blocks.ts';
import { sourceLines } from '../print/source-lines.ts';

/** Lists the articles, or prints one with what it cites. */
export const learn: Command = async (input, io) => {
  const id = input.words[0];
  const heads = articleHeads.toSorted((first, second) => first.order - second.order);
  if (id === undefined) {
    if (isOn(input, 'json')) printJson(io, heads);
    else
      printLines(io, [
        ...columns(
          heads.map((head) => [
            head.id,
            fillTemplate(text.learn.minutes, { minutes: head.minutes }),
            head.title,
          ]),
        ),
        '',
        text.learn.read,
      ]);
    return 0;
  }
  const head = heads.find((candidate) => candidate.id === id);
  const load = ownValue(articleById, id);
  if (head === undefined || load === undefined) {
    complain(
      io,
      fillTemplate(text.errors.unknownTopic, {
        id,
        nearest: nearest(
          id,
          heads.map((each) => each.id),
        ).join(', '),
      }),
    );
    return 2;
  }
  const { blocks } = await load();
  if (isOn(input, 'json')) {
    printJson(io, { ...head, blocks });
    return 0;
  }
  const width = textWidth(io.screen);
  const { sources } = await import('@psoas/knowledge/sources');
  const cited = citedSources(blocks).flatMap((source) => sources.filter((each) => each.id === source));
  const { strong } = stylesOf(io.screen);
  printLines(io, [
    strong(head.title),
    ...wrap(head.summary, width),
    ...renderBlocks(blocks, io.screen),
    '',
    strong(text.learn.sources),
    ...cited.flatMap((source) => sourceLines(source, width)),
  ]);
  return 0;
};

type Load = () => Promise<{ readonly blocks: readonly Block[] }>;

// Each article is a module of its own: only the one that is read is loaded.
const articleById: { readonly [id: string]: Load } = {
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
