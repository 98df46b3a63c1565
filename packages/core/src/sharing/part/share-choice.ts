import type { LocalDate } from '@psoas/kernel';
import type { SharePartId } from './share-part-id.ts';

/** What the person chose to share. */
export type ShareChoice = {
  readonly parts: readonly SharePartId[];
  /** What the person wants to be called. */
  readonly callMe?: string;
  readonly untilDay?: LocalDate;
  /** The share itself, so that its guest sees what became of the proposals; none are told without it. */
  readonly share?: string;
};
