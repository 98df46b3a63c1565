/** A posture in words, for where its picture cannot be seen. Made when the knowledge is built; no browser loads it. Pure. */
export { describeFigure, type Phrase, type PhraseId } from './describe-figure.ts';
export { figureSentence, type FigureText } from './figure-sentence.ts';
