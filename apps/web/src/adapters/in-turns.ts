/** When to let the page work, and how. */
export type Turns = { readonly nowMillis: () => number; readonly pause: () => Promise<void> };

/** Longer than this nothing keeps the page from answering. */
const longestTurnMillis = 30;

/** Makes the pieces of a long file one after another, and lets the page work between them. */
export async function inTurns<Piece>(pieces: Iterable<Piece>, { nowMillis, pause }: Turns): Promise<readonly Piece[]> {
  const made: Piece[] = [];
  let begunMillis = nowMillis();
  for (const piece of pieces) {
    made.push(piece);
    if (nowMillis() - begunMillis < longestTurnMillis) continue;
    await pause();
    begunMillis = nowMillis();
  }
  return made;
}

/** The turns of a page. */
export const pageTurns: Turns = {
  nowMillis: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve)),
};
