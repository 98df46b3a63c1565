import type { Clock, IdSource, LocalDate, Result } from '@psoas/kernel';
import type { McpServer } from '@modelcontextprotocol/server';
import type { RandomBytes } from '@psoas/sync';
import type { RelayPort } from '@psoas/sync/client';
import type { DiaryFile } from './adapters/diary-file.ts';
import type { PdfProblem } from './adapters/print-pdf.ts';
import type { KeptBeside } from './adapters/kept-beside.ts';
import type { SyncFolder } from './adapters/sync-folder.ts';
import type { Prompter } from './ask/prompter.ts';
import { textWidth, wrap } from './print/layout.ts';
import type { SessionTerminal } from './session/session-terminal.ts';

/** Everything that a command touches of the world. Only start.ts builds a real one. */
export type Io = {
  readonly out: (text: string) => void;
  /** The same, and waits until the reader has room again: for what is too long to be held at once. */
  readonly outAndWait: (text: string) => Promise<void>;
  /** A file that is no text. */
  readonly outBytes: (bytes: Uint8Array) => Promise<void>;
  readonly err: (text: string) => void;
  readonly screen: Screen;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Reads a text file; `-` is standard input. The error is the system's code, such as ENOENT. */
  readonly readText: (path: string) => Promise<Result<string, string>>;
  /** The same for a file that may be no text. */
  readonly readBytes: (path: string) => Promise<Result<Uint8Array, string>>;
  /** The calendar day of a moment by the clock on the wall. */
  readonly dayOf: (atMillis: number) => LocalDate;
  /** How far the clock on the wall is ahead of UTC at a moment. */
  readonly aheadOfUtcSeconds: (atMillis: number) => number;
  /** The diary at a path, or the person's own. Nothing is read or written yet. */
  readonly openDiary: (path: string | undefined) => DiaryFile;
  /** The place in a session, kept beside the diary at a path. */
  readonly openCheckpoint: (diaryPath: string) => KeptBeside;
  /** The note of the last import, kept beside the diary at a path. */
  readonly openImportNote: (diaryPath: string) => KeptBeside;
  /** What this device keeps for sync, beside the diary at a path. */
  readonly openSyncFolder: (diaryPath: string) => SyncFolder;
  /** The way to the relay at an origin. Nothing is sent yet. */
  readonly connectRelay: (origin: string) => RelayPort;
  /** Random bytes for keys. */
  readonly random: RandomBytes;
  /** Loaded only when somebody is asked something. */
  readonly loadPrompter: () => Promise<Prompter>;
  readonly openSessionTerminal: () => SessionTerminal;
  /** Lines and time without keys, for output that nobody sits at. */
  readonly openTickingTerminal: () => SessionTerminal;
  /** Minutes since midnight by the clock on the wall, fractions included. */
  readonly minuteOfDay: () => number;
  /** Shows a notification on the desktop where there is a way to; says nothing where there is none. */
  readonly notify: (title: string, body: string) => void;
  /** Writes a file, in place of one that is there. The error is the system's code, such as EACCES. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Result<undefined, string>>;
  /** Makes a PDF of an HTML document, with the browser at a path or one that is found. */
  readonly printPdf: (html: string, browser: string | undefined) => Promise<Result<Uint8Array, PdfProblem>>;
  /** Runs the relay for sealed feeds until it ends; gives its exit code. */
  readonly runRelay: (words: readonly string[]) => Promise<number>;
  /** Serves an assistant over standard input and output until it goes. Nothing else may be printed meanwhile. */
  readonly serveAssistant: (create: () => McpServer, onFault: (reason: string) => void) => Promise<void>;
};

/** What can be shown where the output goes. */
export type Screen = {
  /** A person sits at both ends: questions can be asked. */
  readonly isInteractive: boolean;
  readonly columns: number;
  readonly hasColour: boolean;
};

/** What a command was called with. */
export type CommandInput = {
  readonly words: readonly string[];
  readonly options: { readonly [name: string]: unknown };
};

/** A command: prints, and says how it went. */
export type Command = (input: CommandInput, io: Io) => Promise<ExitCode>;

/** 0: answered. 2: the input cannot be used. 1: the world failed. 130: stopped by the person. */
export type ExitCode = 0 | 1 | 2 | 130;

/** A text option; undefined when it was not given. */
export function textOption({ options }: CommandInput, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Whether a switch was given. */
export function isOn({ options }: CommandInput, name: string): boolean {
  return options[name] === true;
}

/** Prints a value as JSON. */
export function printJson(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints a list as JSON, one element at a time, as `printJson` would: each is made only when it is its turn. */
export async function printJsonList(io: Io, values: Iterable<unknown>): Promise<void> {
  let isFirst = true;
  for (const value of values) {
    const element = JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
    await io.outAndWait(`${isFirst ? '[' : ','}\n  ${element}`);
    isFirst = false;
  }
  await io.outAndWait(isFirst ? '[]\n' : '\n]\n');
}

/** Prints lines. */
export function printLines(io: Io, lines: readonly string[]): void {
  if (lines.length > 0) io.out(`${lines.join('\n')}\n`);
}

/** Prints lines to the error channel: at a terminal no word is cut, in a file no line is broken. */
export function complain(io: Io, ...lines: readonly string[]): void {
  const shown = io.screen.isInteractive
    ? lines.flatMap((line) => (line === '' ? [''] : wrap(line, textWidth(io.screen), '   ', leadOf(line))))
    : lines;
  io.err(`${shown.join('\n')}\n`);
}

function leadOf(line: string): string {
  return line.startsWith(' ') ? ' ' : '';
}
