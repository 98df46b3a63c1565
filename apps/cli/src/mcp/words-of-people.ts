import type { DiaryState } from '@psoas/core/diary';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/mcp';
import { z } from 'zod';
import { printable } from '../print/printable.ts';

/** So many of the latest, and so many characters of each. */
const mostEntries = 5;
const mostCharacters = 500;

/** [MC-05] What people wrote, apart from all that psoas says, under a label that says what it is. */
export const wordsOfPeople = z.object({
  label: z.string(),
  entries: z.array(z.object({ where: z.string(), words: z.string() })),
});
export type WordsOfPeople = z.infer<typeof wordsOfPeople>;

/** The latest notes, and who proposed what was accepted. */
export function wordsIn({ notes, proposalAnswers }: Pick<DiaryState, 'notes' | 'proposalAnswers'>): WordsOfPeople {
  const proposals = proposalAnswers.filter(({ answer, takenBack }) => answer === 'accepted' && takenBack === undefined);
  return {
    label: text.words.label,
    entries: [
      ...notes
        .slice(-mostEntries)
        .map((note) => ({ where: fillTemplate(text.words.note, { day: note.day }), words: asWords(note.text) })),
      ...proposals.slice(-mostEntries).map(({ proposal, day }) => ({
        where: fillTemplate(text.words.proposal, { day }),
        words: asWords([proposal.data.from, proposal.data.text ?? ''].filter((part) => part !== '').join(': ')),
      })),
    ],
  };
}

/** The same for reading; nothing where nobody wrote anything. */
export function wordsLines({ label, entries }: WordsOfPeople): readonly string[] {
  if (entries.length === 0) return [];
  return ['', label, ...entries.map(({ where, words }) => ` - ${where}: ${JSON.stringify(words)}`)];
}

function asWords(written: string): string {
  return printable(Array.from(written).slice(0, mostCharacters).join(''));
}
