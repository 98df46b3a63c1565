import { fillTemplate } from '@psoas/kernel';
import type { Phrase, PhraseId } from './describe-figure.ts';

/** The wordings of what can be seen, and of the sides. */
export type FigureText = {
  readonly phrases: Readonly<Record<PhraseId, string>>;
  readonly sides: { readonly left: string; readonly right: string };
  /** What stands between two phrases. */
  readonly between: string;
  readonly end: string;
};

/** The text alternative of a figure: one sentence. For the left side the sides change places, as they do in the picture. */
export function figureSentence(
  phrases: readonly Phrase[],
  text: FigureText,
  side: 'left' | 'right' = 'right',
): string {
  const sideName = (named: 'left' | 'right'): string =>
    text.sides[(named === 'left') === (side === 'right') ? 'left' : 'right'];
  const words = phrases.map(({ id, side: named, degrees }) =>
    fillTemplate(text.phrases[id], {
      ...(named === undefined ? {} : { side: sideName(named) }),
      ...(degrees === undefined ? {} : { degrees }),
    }),
  );
  const sentence = words.join(text.between) + text.end;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
