import type { LocalDate, PerSide, Problem } from '@psoas/kernel';
import type { Catalogue, CheckKey } from '../catalogue/index.ts';
import type { Programme, ProgrammeWishes } from '../programme/programme.ts';
import type { Settings } from '../programme/setting.ts';
import type { Triage } from '../safety/index.ts';
import type { SideFinding } from '../selfcheck/index.ts';

/** The whole road from answers to programme, in one value. */
export type Assessment = {
  readonly triage: Triage;
  /** Null under A and B, and when answers are missing or damaged. */
  readonly findings: PerSide<SideFinding> | null;
  /** Null under A, B, an unlifted C, and when answers are missing or damaged. */
  readonly programme: Programme | null;
  /** What is missing or damaged. Under A or B it stands beside the answer; else the check is refused (S-03). */
  readonly problems: readonly Problem[];
  /** [S-03] True when problems stand in the way and no emergency had to be answered. */
  readonly refused: boolean;
  /** The self-tests that are offered, by side (S-06, S-09). */
  readonly offeredTests: PerSide<readonly CheckKey[]>;
};

/** What an assessment needs besides the answers. */
export type AssessmentContext = {
  readonly catalogue: Catalogue;
  readonly today: LocalDate;
  /** Exercises whose gates the diary has opened (P-05). */
  readonly openedExercises?: ReadonlySet<string>;
  /** Wishes that change the programme without changing the answers. */
  readonly wishes?: ProgrammeWishes;
  /** [D-02] What the diary has changed about exercises. */
  readonly settings?: Settings;
};
