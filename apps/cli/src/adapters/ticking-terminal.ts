import type { SessionTerminal, TerminalInput } from '../session/session-terminal.ts';

const tickMillis = 1000;

/** A terminal without keys: lines go to standard output, a tick comes each second. */
export function openTickingTerminal(): SessionTerminal {
  const tick: TerminalInput = { kind: 'tick' };
  return {
    now: () => ({ wallMillis: Date.now(), monotonicMillis: performance.now() }),
    next: () => new Promise((resolve) => setTimeout(() => resolve(tick), tickMillis)),
    live: () => undefined,
    print: (line) => {
      process.stdout.write(`${line}\n`);
    },
    bell: () => undefined,
    aside: (ask) => ask(),
    close: () => undefined,
  };
}
