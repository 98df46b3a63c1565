import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-sync';
import type { Replica } from '@psoas/sync';
import type { Io } from '../io.ts';

/** Short work needs no line, and a line that changes faster cannot be read. */
const patienceMillis = 1000;

/** A line that tells how far a long talk has come, until it ends. */
export type Progress = { readonly show: (replica: Replica) => void; readonly end: () => void };

/** Tells a person at a terminal. */
export function createProgress(io: Io): Progress {
  let last = io.clock.nowMillis();
  let isShown = false;
  return {
    show: ({ waiting, cursor }) => {
      const now = io.clock.nowMillis();
      if (!io.screen.isInteractive || now - last < patienceMillis) return;
      last = now;
      isShown = true;
      const left = waiting.filter(({ isStored }) => !isStored).length;
      const line = left > 0 ? fillTemplate(text.now.sending, { left }) : fillTemplate(text.now.receiving, { received: cursor });
      io.err(`\r${line}\u001B[K`);
    },
    end: () => {
      if (isShown) io.err('\r\u001B[K');
      isShown = false;
    },
  };
}
