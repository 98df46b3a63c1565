import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { repositoryRoot } from './command-line.ts';

/** A program to run in the repository's root. */
export interface Command {
  /** A program in node_modules/.bin or PATH, or a path. */
  readonly program: string;
  readonly words: readonly string[];
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** `show` passes the output on at once; otherwise it is only kept. */
  readonly output?: 'keep' | 'show';
  /** The longest time it may take. */
  readonly timeoutSeconds?: number;
}

/** How a program ended. */
export interface CommandResult {
  /** 0 for success; 127 where the program does not exist; 124 where it took too long. */
  readonly exitCode: number;
  /** Both of its outputs, in the order in which they came. */
  readonly output: string;
}

/** Runs a program to its end, with node_modules/.bin first in PATH as under `npm run`. Never throws. */
export function runCommand(command: Command): Promise<CommandResult> {
  const path = [join(repositoryRoot, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return new Promise((resolve) => {
    const child = spawn(command.program, [...command.words], {
      cwd: repositoryRoot,
      env: { ...process.env, ...command.env, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const pieces: string[] = [];
    let reason: { exitCode: number; text: string } | undefined;
    const take = (piece: Buffer): void => {
      pieces.push(piece.toString());
      if (command.output === 'show') process.stdout.write(piece);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const timer = setTimeout(
      () => {
        reason = {
          exitCode: 124,
          text: `stopped after ${command.timeoutSeconds ?? defaultTimeoutSeconds} s`,
        };
        child.kill('SIGTERM');
        // What the program itself started may keep the outputs open: do not wait for it.
        child.stdout.destroy();
        child.stderr.destroy();
      },
      (command.timeoutSeconds ?? defaultTimeoutSeconds) * 1000,
    );
    child.on('error', (error) => {
      reason = { exitCode: 127, text: `${command.program} did not start: ${error.message}` };
      // A program that does not exist gives no 'close' of its own on every platform.
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
    const finish = (code: number): void => {
      clearTimeout(timer);
      if (reason !== undefined) pieces.push(`\n${reason.text}\n`);
      resolve({ exitCode: reason?.exitCode ?? code, output: pieces.join('') });
    };
  });
}

const defaultTimeoutSeconds = 600;
