import type { Exercise } from '@psoas/knowledge/types';

type Line = { readonly sentences: readonly string[]; readonly isStep: boolean; shown: number; isEnded: boolean };

/**
 * [PA-03] The way through an exercise in about so many characters. The first sentence of every line always stands; then
 * come the others while there is room, those of the steps before those of getting into place. A sentence stands whole
 * or not at all, and none follows one of its line that was left out, because it may lean on it.
 */
export function shortenSteps({ instructions }: Pick<Exercise, 'instructions'>, characters: number): readonly string[] {
  const lines = instructions
    .filter(({ kind }) => kind === 'preparation' || kind === 'step')
    .map(({ kind, text }): Line => ({ sentences: text.split(sentenceEnd), isStep: kind === 'step', shown: 1, isEnded: false }));
  let left = characters - lines.reduce((total, { sentences }) => total + (sentences[0]?.length ?? 0), 0);
  const longest = Math.max(0, ...lines.map(({ sentences }) => sentences.length));
  for (const isStep of [true, false])
    for (let place = 1; place < longest; place += 1)
      for (const line of lines.filter((each) => each.isStep === isStep && !each.isEnded)) {
        const sentence = line.sentences[place];
        if (sentence === undefined) continue;
        line.isEnded = sentence.length > left;
        if (line.isEnded) continue;
        left -= sentence.length;
        line.shown = place + 1;
      }
  return lines.map(({ sentences, shown }) => sentences.slice(0, shown).reduce(follow));
}

// Chinese ends a sentence without a space.
const sentenceEnd = /(?<=[.!?])\s+|(?<=[。！？])/;

function follow(before: string, sentence: string): string {
  return /[。！？]$/.test(before) ? before + sentence : `${before} ${sentence}`;
}

/** How many characters the whole way through an exercise has. */
export function stepsLength({ instructions }: Pick<Exercise, 'instructions'>): number {
  return instructions.filter(({ kind }) => kind === 'preparation' || kind === 'step').reduce((total, { text }) => total + text.length, 0);
}
