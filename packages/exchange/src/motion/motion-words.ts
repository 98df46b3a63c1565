import { fillTemplate, type PerSide, type TemplateValues } from '@psoas/kernel';
import type { FollowedMuscle } from './analyse-motion.ts';
import type { MotionNote } from './motion.ts';
import type { MotionProblem, MotionProblemId, UnusableMotion } from './motion-problem.ts';

/** The words of everything that is written about a motion, as in `motion.yaml`. Places in braces are filled in. */
export type MotionWords = {
  readonly problems: { readonly [id in MotionProblemId]: string };
  readonly notes: { readonly [id in MotionNote['id']]: string };
  readonly sides: PerSide<string>;
  readonly muscles: { readonly [muscle in FollowedMuscle]: string };
  /** The head of one muscle's plot; place `muscle`. */
  readonly plotHead: string;
  readonly seconds: string;
  readonly summary: MotionSummaryWords;
  readonly table: MotionTableWords;
  readonly picture: { readonly title: string; readonly untitled: string; readonly intro: string };
};

/** Sentences of the summary. */
export type MotionSummaryWords = {
  readonly sideHead: string;
  readonly extension: string;
  readonly noExtension: string;
  readonly range: string;
  readonly inFlexion: string;
  readonly beyond: string;
  readonly muscle: string;
  readonly nothing: string;
  readonly leftOutNone: string;
  readonly leftOut: string;
  readonly leftOutRow: string;
  readonly leftOutMore: string;
};

/** Heads and cells of the table. */
export type MotionTableWords = {
  readonly time: string;
  readonly hip: string;
  readonly length: string;
  readonly change: string;
  readonly leftOut: string;
  readonly leftOutCell: string;
};

/** Why a file is refused, as a sentence that says where and what to do. */
export function motionProblemText(problem: MotionProblem | UnusableMotion, words: MotionWords): string {
  return fillRounded(words.problems[problem.id], problem);
}

/** What a person should know about how a file was read. */
export function motionNoteText(note: MotionNote, words: MotionWords): string {
  return fillRounded(words.notes[note.id], 'side' in note ? { ...note, side: words.sides[note.side] } : note);
}

/** Fills a template; numbers that are not whole are shortened to six figures. */
export function fillRounded(template: string, values: TemplateValues): string {
  const rounded = Object.entries(values).map(([place, value]): [string, TemplateValues[string]] => [
    place,
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value,
  ]);
  return fillTemplate(template, Object.fromEntries(rounded));
}
