import type { SessionTerminal, TerminalInput } from '../session/session-terminal.ts';

/** How often the line is drawn anew; the timer itself goes by the clock. */
const tickMillis = 200;

/** The terminal of this process with single keys. `close` must be called, or the shell stays odd. */
export function openNodeSessionTerminal(): SessionTerminal {
  const { stdin, stdout } = process;
  const keys: string[] = [];
  let wake: (() => void) | undefined;
  const take = (text: string): void => {
    // Arrow keys and the like come as one sequence that means nothing here.
    keys.push(...(text.startsWith('\u001B') ? [text] : text.split('')));
    wake?.();
  };
  const listen = (): void => {
    stdin.setRawMode(true);
    stdin.setEncoding('utf8');
    stdin.on('data', take);
    stdin.resume();
  };
  const leave = (): void => {
    stdin.off('data', take);
    stdin.setRawMode(false);
    stdin.pause();
  };
  const clearLine = '\r\u001B[2K';
  listen();
  return {
    now: () => ({ wallMillis: Date.now(), monotonicMillis: performance.now() }),
    next: async () => {
      if (keys.length === 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, tickMillis);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = undefined;
      }
      const key = keys.shift();
      const input: TerminalInput = key === undefined ? { kind: 'tick' } : { kind: 'key', key };
      return input;
    },
    live: (line) => {
      stdout.write(`${clearLine}${line}`);
    },
    print: (line) => {
      stdout.write(`${clearLine}${line}\n`);
    },
    bell: () => {
      stdout.write('\u0007');
    },
    aside: async (ask) => {
      stdout.write(clearLine);
      leave();
      try {
        return await ask();
      } finally {
        keys.length = 0;
        listen();
      }
    },
    close: () => {
      stdout.write(clearLine);
      leave();
    },
  };
}
