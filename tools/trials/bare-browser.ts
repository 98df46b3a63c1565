import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRecord } from '@psoas/kernel';
import { browserFlags } from '../browser-flags.ts';
import { findBrowser } from '../find-browser.ts';

/** A tab of a browser that slows hidden pages down as a person's browser does. */
export type BareTab = {
  readonly goTo: (address: string) => Promise<void>;
  /** What the expression says in the page. Promises are waited for. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Brings it to the front: the tab that was there is hidden. */
  readonly show: () => Promise<void>;
};

export type BareBrowser = {
  /** `script` runs in each page before the page's own. */
  readonly openTab: (script: string) => Promise<BareTab>;
  readonly close: () => Promise<void>;
};

/** Chromium without the test driver: that one keeps every page awake and visible. */
export async function launchBareBrowser(): Promise<BareBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'psoas-trial-'));
  const child = spawn(findBrowser(), [...browserFlags, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (piece) => {
      said += String(piece);
      const found = /DevTools listening on (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`the browser ended: ${said.slice(-500)}`)));
  });
  const send = await connect(address);
  return {
    openTab: async (script) => {
      const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      const ask: Send = (method, asked) => send(method, asked, String(sessionId));
      await ask('Page.enable');
      await ask('Page.addScriptToEvaluateOnNewDocument', { source: script });
      return {
        goTo: async (url) => void (await ask('Page.navigate', { url })),
        evaluate: async (expression) => {
          const { result, exceptionDetails } = await ask('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true });
          if (exceptionDetails !== undefined) throw new Error(`in the page: ${JSON.stringify(exceptionDetails).slice(0, 500)}`);
          return isRecord(result) ? result['value'] : undefined;
        },
        show: async () => void (await send('Target.activateTarget', { targetId })),
      };
    },
    close: async () => {
      child.kill();
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

type Answer = { readonly [field: string]: unknown };
type Send = (method: string, asked?: object, sessionId?: string) => Promise<Answer>;

async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', () => reject(new Error('the browser does not answer')), { once: true });
  });
  const waiting = new Map<number, { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }>();
  let count = 0;
  socket.addEventListener('message', ({ data }) => {
    const message: unknown = JSON.parse(String(data));
    if (!isRecord(message)) return;
    const asked = waiting.get(Number(message['id']));
    waiting.delete(Number(message['id']));
    if (message['error'] !== undefined) asked?.reject(new Error(JSON.stringify(message['error'])));
    else asked?.resolve(isRecord(message['result']) ? message['result'] : {});
  });
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject });
      socket.send(JSON.stringify({ id: count, method, params, ...(sessionId !== undefined && { sessionId }) }));
    });
}
