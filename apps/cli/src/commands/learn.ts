import { fillTemplate } from '@psoas/kernel';
import { articleHeads } from '@psoas/knowledge/articles';
import text from '@psoas/knowledge/text/cli';
import { loadArticle } from '../load-article.ts';
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
  const article = await loadArticle(id);
  if (head === undefined || article === undefined) {
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
  const { blocks } = article;
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
