import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { delimiter } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { close, listen } from '../serve/listen.ts';

/** Between two questions whether the app answers. */
const askEveryMillis = 10;

/** The environment of a person who types in a folder of their own: nothing of the npm that runs the bench is in it. */
export function outsideEnvironment(): NodeJS.ProcessEnv {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_(?:lifecycle|package|command|execpath|node|config_local_prefix)/.test(name));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) };
}

/**
 * Runs `npm start` in a folder until the app answers, then stops it.
 * @param dataFolder Where its relay keeps its file.
 * @returns Milliseconds from the start to the first answer.
 * @throws Error where it ends before it answers.
 */
export async function firstAnswerMillis(folder: string, dataFolder: string): Promise<number> {
  const port = await freePort();
  const env = { ...outsideEnvironment(), XDG_DATA_HOME: dataFolder };
  const began = performance.now();
  const words = ['start', '--', '--port', String(port)];
  // A group of its own, so that npm, its shell and the server end together.
  const child = spawn('npm', words, { cwd: folder, env, stdio: 'ignore', detached: true });
  const ended = once(child, 'exit');
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
      await setTimeout(askEveryMillis);
    }
    return performance.now() - began;
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}

async function answers(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
  const text = await answer?.text();
  return answer?.status === 200 && text?.includes('<title>psoas</title>') === true;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const address = await listen(server, 0);
  await close(server);
  return Number(new URL(address).port);
}
