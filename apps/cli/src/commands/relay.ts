import type { Command } from '../io.ts';

/** Runs the relay for sealed feeds; everything about its words is the relay's to say. */
export const relay: Command = async ({ words }, io) => {
  const code = await io.runRelay(words);
  return code === 0 || code === 2 ? code : 1;
};
