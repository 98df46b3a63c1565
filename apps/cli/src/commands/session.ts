import type { Command } from '../io.ts';
export const session: Command = async () => 0;
