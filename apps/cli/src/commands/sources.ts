import { fillTemplate } from '@psoas/kernel';
import { sources as allSources } from '@psoas/knowledge/sources';
import text from '@psoas/knowledge/text/cli';
import { complain, isOn, printJson, printLines, type Command } from '../io.ts';
import { nearest } from '../nearest.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { sourceLines } from '../print/source-lines.ts';

/** The sources, and how surely each was read. */
export const sources: Command = async (input, io) => {
  const id = input.words[0];
  const chosen = allSources.filter((source) => id === undefined || source.id === id);
  if (chosen.length === 0 && id !== undefined) {
    complain(
      io,
      fillTemplate(text.errors.unknownSource, {
        id,
        nearest: nearest(
          id,
          allSources.map((source) => source.id),
        ).join(', '),
      }),
    );
    return 2;
  }
  const width = textWidth(io.screen);
  if (isOn(input, 'json')) printJson(io, chosen);
  else if (id === undefined)
    printLines(io, [
      ...chosen.flatMap((source) => sourceLines(source, width)),
      fillTemplate(text.sources.count, { count: chosen.length }),
    ]);
  else
    printLines(
      io,
      chosen.flatMap((source) => [
        ...sourceLines(source, width),
        ...wrap(source.supports, width, '             '),
      ]),
    );
  return 0;
};
