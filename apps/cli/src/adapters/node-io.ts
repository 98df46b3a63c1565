import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { buffer as streamBuffer, text as streamText } from 'node:stream/consumers';
import { err, ok, parseLocalDate, type Clock, type LocalDate } from '@psoas/kernel';
import type { Io } from '../io.ts';
import { openDiaryFile } from './diary-file.ts';
import { defaultDiaryPath } from './diary-path.ts';
import { errorCode } from './error-code.ts';
import { connectRelay } from './fetch-relay.ts';
import { openImportNote, openSessionCheckpoint } from './kept-beside.ts';
import { showDesktopNotification } from './desktop-notification.ts';
import { openSyncFolder } from './sync-folder.ts';
import { openTickingTerminal } from './ticking-terminal.ts';
import { openNodeSessionTerminal } from './node-session-terminal.ts';

/** The real world: this process, its clock, its files. */
export function createNodeIo(): Io {
  const { stdin, stdout, stderr, env } = process;
  return {
    out: (text) => {
      stdout.write(text);
    },
    outAndWait: writeAndWait,
    outBytes: writeAndWait,
    err: (text) => {
      stderr.write(text);
    },
    screen: {
      isInteractive: stdin.isTTY && stdout.isTTY,
      columns: stdout.isTTY ? stdout.columns : 80,
      // NO_COLOR, https://no-color.org: present and not empty.
      hasColour: stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb',
    },
    clock: systemClock,
    ids: { nextId: () => randomUUID() },
    readText: async (path) => {
      try {
        return ok(path === '-' ? await streamText(stdin) : await readFile(path, 'utf8'));
      } catch (error) {
        return err(errorCode(error));
      }
    },
    readBytes: async (path) => {
      try {
        return ok(path === '-' ? await streamBuffer(stdin) : await readFile(path));
      } catch (error) {
        return err(errorCode(error));
      }
    },
    dayOf: (atMillis) => localDay(new Date(atMillis)),
    aheadOfUtcSeconds: (atMillis) => -new Date(atMillis).getTimezoneOffset() * 60,
    openDiary: (path) => openDiaryFile(path ?? defaultDiaryPath(env, process.platform, homedir())),
    openCheckpoint: openSessionCheckpoint,
    openImportNote,
    openSyncFolder,
    connectRelay,
    random: (length) => new Uint8Array(randomBytes(length)),
    loadPrompter: async () => (await import('./clack-prompter.ts')).createClackPrompter(),
    openSessionTerminal: openNodeSessionTerminal,
    openTickingTerminal,
    minuteOfDay: () => {
      const now = new Date();
      return now.getHours() * 60 + now.getMinutes() + now.getSeconds() / 60;
    },
    notify: showDesktopNotification,
    writeFile: async (path, bytes) => {
      try {
        await writeFile(path, bytes);
        return ok(undefined);
      } catch (error) {
        return err(errorCode(error));
      }
    },
    printPdf: async (html, browser) => (await import('./print-pdf.ts')).printPdf(html, browser),
    runRelay: async (words) => (await import('./run-relay.ts')).runRelay(words),
    serveAssistant: async (create, onFault) => (await import('./serve-assistant.ts')).serveAssistant(create, onFault),
  };
}

function writeAndWait(chunk: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(chunk, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

const systemClock: Clock = { nowMillis: () => Date.now(), today: () => localDay(new Date()) };

function localDay(now: Date): LocalDate {
  const digits = (value: number, length: number): string => String(value).padStart(length, '0');
  const day = parseLocalDate(
    `${digits(now.getFullYear(), 4)}-${digits(now.getMonth() + 1, 2)}-${digits(now.getDate(), 2)}`,
  );
  if (!day.ok) throw new Error(`the system clock shows no day: ${day.error.found}`);
  return day.value;
}
