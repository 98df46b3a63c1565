import type { InstructionLine, LineKind } from './player-state.ts';

/** An instruction line and when it is said, from the start of its step. */
export type PlacedLine = { readonly line: number; readonly atMillis: number };

/** Time one spoken word takes, at a calm pace (about 150 words a minute), and the breath after a line. Own choice. */
const millisPerWord = 400;
const breathMillis = 600;

/** A hold gets a new line at most this often. Own choice: a line has time to be followed. */
const lineSpacingMillis = 8000;

/** The first line of a hold waits until the start has been said. */
const settleMillis = 2500;

/** [T-11] No line begins in the last seconds of a step: they belong to the countdown. */
const quietEndMillis = 5000;

/** How long a line takes to say. */
export function speakingMillis(words: number): number {
  return words * millisPerWord + breathMillis;
}

/** [T-11] Lines while getting ready: safety first, then preparation, then the steps, as many as there is time for. */
export function placeReadyLines(
  lines: readonly InstructionLine[],
  fromMillis: number,
  untilMillis: number,
): readonly PlacedLine[] {
  const placed: PlacedLine[] = [];
  let at = fromMillis;
  for (const line of ofKinds(lines, ['safety', 'preparation', 'step'])) {
    const millis = speakingMillis(lines[line]?.words ?? 0);
    const isSafety = lines[line]?.kind === 'safety';
    if (!isSafety && at + millis > untilMillis) break;
    placed.push({ line, atMillis: at });
    at += millis;
  }
  return placed;
}

/**
 * [T-11] Cue and breathing lines, spread evenly over a hold; a line that would reach into the countdown is left for
 * another set, and each set begins with the line after the one the set before began with.
 */
export function placeWorkLines(
  lines: readonly InstructionLine[],
  workMillis: number,
  set: number,
): readonly PlacedLine[] {
  const choice = ofKinds(lines, ['cue', 'breathing']);
  const from = (set - 1) % Math.max(1, choice.length);
  const room = workMillis - settleMillis - quietEndMillis;
  const chosen: { readonly line: number; readonly millis: number }[] = [];
  let taken = 0;
  for (const line of [...choice.slice(from), ...choice.slice(0, from)]) {
    const speaking = speakingMillis(lines[line]?.words ?? 0);
    if (taken + speaking > room) continue;
    const millis = Math.max(lineSpacingMillis, speaking + breathMillis);
    chosen.push({ line, millis });
    taken += millis;
  }
  const spare = Math.max(0, room - taken) / Math.max(1, chosen.length);
  let at = settleMillis;
  return chosen.map(({ line, millis }) => {
    const placed = { line, atMillis: Math.round(at) };
    at += millis + spare;
    return placed;
  });
}

function ofKinds(lines: readonly InstructionLine[], kinds: readonly LineKind[]): readonly number[] {
  return kinds.flatMap((kind) => lines.flatMap((line, index) => (line.kind === kind ? [index] : [])));
}
