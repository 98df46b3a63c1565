import text from '@psoas/knowledge/text/cli-sync';
import { rootToWords } from '@psoas/sync';
import { complain, isOn, printJson, printLines, type Command } from '../io.ts';
import { columns, textWidth, wrap } from '../print/layout.ts';
import { atDesk } from '../sync/sync-desk.ts';

const rows = 6;

/** Shows the 24 words, where nobody else reads along. */
export const syncWords: Command = (input, io) =>
  atDesk(input, io, async ({ own: { identity } }) => {
    if (identity.kind !== 'root') {
      complain(io, text.words.linked);
      return 2;
    }
    if (!io.screen.isInteractive && !isOn(input, 'show')) {
      complain(io, text.words.notShown);
      return 2;
    }
    const words = rootToWords(identity.root);
    if (isOn(input, 'json')) {
      printJson(io, { words });
      return 0;
    }
    const width = textWidth(io.screen);
    printLines(io, [...wrap(text.words.lead, width), '', ...wordTable(words), '', ...wrap(text.words.wayBack, width)]);
    return 0;
  });

// Downwards, as people write lists.
function wordTable(words: readonly string[]): readonly string[] {
  const cells = words.map((word, index) => `${String(index + 1).padStart(2)}  ${word}`);
  return columns(Array.from({ length: rows }, (_, row) => cells.filter((_cell, index) => index % rows === row)), '    ');
}
