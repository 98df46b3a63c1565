import { fillTemplate } from '@psoas/kernel';
import { faq as entries } from '@psoas/knowledge/faq';
import text from '@psoas/knowledge/text/cli';
import { complain, isOn, printJson, printLines, type Command } from '../io.ts';
import { nearest } from '../nearest.ts';
import { columns, stylesOf, textWidth, wrap } from '../print/layout.ts';
import { renderBlocks } from '../print/render-blocks.ts';

/** Lists the questions that people ask, or answers one. */
export const faq: Command = async (input, io) => {
  const id = input.words[0];
  const ordered = entries.toSorted((first, second) => first.order - second.order);
  if (id === undefined) {
    if (isOn(input, 'json')) printJson(io, ordered);
    else printLines(io, [...columns(ordered.map((entry) => [entry.id, entry.question])), '', text.faq.read]);
    return 0;
  }
  const entry = ordered.find((candidate) => candidate.id === id);
  if (entry === undefined) {
    complain(
      io,
      fillTemplate(text.errors.unknownFaq, {
        id,
        nearest: nearest(
          id,
          ordered.map((each) => each.id),
        ).join(', '),
      }),
    );
    return 2;
  }
  if (isOn(input, 'json')) printJson(io, entry);
  else {
    const correction =
      entry.correction === undefined
        ? []
        : ['', ...wrap(fillTemplate(text.faq.correction, { text: entry.correction }), textWidth(io.screen))];
    printLines(io, [
      stylesOf(io.screen).strong(entry.question),
      ...renderBlocks(entry.blocks, io.screen),
      ...correction,
    ]);
  }
  return 0;
};
