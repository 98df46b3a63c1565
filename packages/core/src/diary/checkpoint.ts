import { isRecord } from '@psoas/kernel';
import type { DayStanding } from './day-standing.ts';

/** What a standing was computed from. When any of it is another, the standing is worth nothing. */
export type CheckpointSource = {
  /** Names the version of the rules and of the knowledge. */
  readonly rules: string;
  /** Names the entries: changes whenever one is added or removed. */
  readonly revision: string;
  /** Whatever else decides, such as the order of the sides. */
  readonly order: string;
};

/** [E-13] A standing as it is kept between two starts. It can be thrown away at any time. */
export type Checkpoint = { readonly source: string; readonly day: string; readonly standing: string };

/** Writes a standing down. */
export function createCheckpoint(standing: DayStanding, source: CheckpointSource): Checkpoint {
  return { source: sourceText(source), day: standing.day, standing: JSON.stringify(standing) };
}

/** [E-13] The standing of that day, when it was computed from exactly this; else undefined. Nothing of another is used. */
export function readCheckpoint(kept: unknown, source: CheckpointSource, day: string): DayStanding | undefined {
  if (!isRecord(kept) || kept['source'] !== sourceText(source) || kept['day'] !== day) return undefined;
  try {
    const standing: unknown = JSON.parse(String(kept['standing']));
    // Written by these very rules, as the source says.
    return isRecord(standing) && standing['day'] === day ? (standing as DayStanding) : undefined;
  } catch {
    return undefined;
  }
}

function sourceText({ rules, revision, order }: CheckpointSource): string {
  return JSON.stringify([rules, revision, order]);
}
