import type { Readable, Writable } from 'node:stream';
import { StepBack, StoppedByPerson } from '../stopped-by-person.ts';

/** The parts of a terminal that a countdown needs. Without `setRawMode` the keys come as they come. */
export type CountDownStreams = {
  readonly stdin: Readable & { setRawMode?: (isRaw: boolean) => unknown };
  readonly stdout: Writable;
};

const interrupt = '\u0003';
const escape = '\u001B';
const enter = '\r';
const clearLine = '\r\u001B[2K';

/** Counts down in one line. Enter ends it early, Escape goes back, Ctrl-C stops; the end rings. */
export async function countDown(
  seconds: number,
  textOf: (secondsLeft: number) => string,
  { stdin, stdout }: CountDownStreams,
): Promise<void> {
  const key = await new Promise<string>((resolve) => {
    let left = seconds;
    const show = (): void => {
      stdout.write(`${clearLine}│  ${textOf(left)}`);
    };
    const finish = (pressed: string): void => {
      clearInterval(timer);
      stdin.off('data', take);
      stdin.setRawMode?.(false);
      stdin.pause();
      resolve(pressed);
    };
    const take = (data: string | Buffer): void => {
      const pressed = data.toString();
      if ([interrupt, escape, enter].includes(pressed)) finish(pressed);
    };
    const timer = setInterval(() => {
      left -= 1;
      if (left > 0) show();
      else finish('');
    }, 1000);
    stdin.setRawMode?.(true);
    stdin.on('data', take);
    stdin.resume();
    show();
  });
  stdout.write(clearLine);
  if (key === interrupt) throw new StoppedByPerson();
  if (key === escape) throw new StepBack();
  stdout.write(`\u0007◇  ${textOf(0)}\n`);
}
