import { mkdir, open, readFile, realpath, type FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { PlacedEntry } from '@psoas/exchange/diary-file';
import { err, isRecord, ok, readJson, type Result } from '@psoas/kernel';
import { replaceFile, syncFolder } from './durable-file.ts';
import { errorCode } from './error-code.ts';
import { lockFile, usualLockTimes, type Busy, type LockTimes } from './file-lock.ts';

/** A diary as a file of JSON lines that only grows. */
export type DiaryFile = {
  readonly path: string;
  readonly read: () => Promise<Result<DiaryContent, DiaryFailure>>;
  /** Writes events so that a power cut after the answer loses none. A cut-off last line is put aside first. */
  readonly append: (events: readonly unknown[]) => Promise<Result<Appended, DiaryFailure>>;
  /**
   * Puts new entries between the others, all or none: the file is written anew beside the old one and takes its place.
   * `choose` sees what is there while nobody else can write. The other lines stay as they are, letter by letter.
   */
  readonly addMany: (choose: (current: readonly unknown[]) => readonly PlacedEntry[]) => Promise<Result<AddedMany, DiaryFailure>>;
  /** Takes entries away again, in the same way. */
  readonly removeMany: (isGone: (entry: unknown) => boolean) => Promise<Result<Appended, DiaryFailure>>;
};

export type DiaryContent = {
  /** One for each line, in their order; a line that is no JSON stands as its text. */
  readonly entries: readonly unknown[];
  /** The last line has no end and is no whole entry. */
  readonly isTorn: boolean;
};

/** `tornPath` is where a cut-off last line was put. */
export type Appended = { readonly tornPath?: string };

export type AddedMany = Appended & { readonly added: readonly PlacedEntry[]; readonly entriesAfter: number };

export type DiaryFailure =
  | Busy
  | { readonly type: 'read-failed'; readonly code: string }
  | { readonly type: 'write-failed'; readonly code: string };

/** The diary at a path. */
export function openDiaryFile(path: string, times: LockTimes = usualLockTimes): DiaryFile {
  return {
    path,
    read: async () => {
      try {
        return ok(contentOf(await readFile(path, 'utf8')));
      } catch (error) {
        return errorCode(error) === 'ENOENT'
          ? ok({ entries: [], isTorn: false })
          : err({ type: 'read-failed', code: errorCode(error) });
      }
    },
    append: (events) => whileLocked(path, times, (target) => appendLocked(target, events)),
    addMany: (choose) =>
      whileLocked(path, times, async (target) => {
        // A cut-off last line is put aside first, as before every writing.
        const settled = await appendLocked(target, []);
        const lines = await linesOf(target);
        const added = choose(lines.map(parsedBytes));
        // Loaded here: every command opens a diary, and few place entries in it.
        const { withAdditions } = await import('@psoas/exchange/diary-file');
        const placed = added.map(({ value, before }) => ({ value: Buffer.from(JSON.stringify(value)).toString('latin1'), before }));
        await replaceFile(target, linesToText(withAdditions(lines, placed)), 'latin1');
        return { ...settled, added, entriesAfter: lines.length + added.length };
      }),
    removeMany: (isGone) =>
      whileLocked(path, times, async (target) => {
        const settled = await appendLocked(target, []);
        const lines = await linesOf(target);
        await replaceFile(target, linesToText(lines.filter((line) => !isGone(parsedBytes(line)))), 'latin1');
        return settled;
      }),
  };
}

async function whileLocked<Done>(
  path: string,
  times: LockTimes,
  work: (target: string) => Promise<Done>,
): Promise<Result<Done, DiaryFailure>> {
  try {
    await createFile(path);
    const target = await realpath(path);
    const release = await lockFile(target, times);
    if (!release.ok) return release;
    try {
      return ok(await work(target));
    } finally {
      await release.value();
    }
  } catch (error) {
    return err({ type: 'write-failed', code: errorCode(error) });
  }
}

// One letter for each byte: damaged ones that are no text stay as they are.
async function linesOf(path: string): Promise<readonly string[]> {
  return (await readFile(path, 'latin1')).split('\n').slice(0, -1);
}

function linesToText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function parsedBytes(line: string): unknown {
  return parsed(Buffer.from(line, 'latin1').toString('utf8'));
}

function contentOf(text: string): DiaryContent {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const isWhole = last !== '' && isRecord(parsed(last));
  return { entries: (isWhole ? [...lines, last] : lines).map(parsed), isTorn: last !== '' && !isWhole };
}

function parsed(line: string): unknown {
  const value = readJson(line);
  return value === undefined ? line : value;
}

// Health answers: nobody else on the machine may read them.
async function createFile(path: string): Promise<void> {
  const folder = dirname(resolve(path));
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await syncFolder(dirname(made));
  try {
    const file = await open(path, 'ax', 0o600);
    await file.sync();
    await file.close();
    await syncFolder(folder);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

async function appendLocked(path: string, events: readonly unknown[]): Promise<Appended> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const tail = await unendedTail(file, size);
    // A whole entry that lost only its line end gets one; anything else is put aside.
    const isWhole = tail.length > 0 && isRecord(parsed(tail.toString('utf8')));
    const tornPath = tail.length > 0 && !isWhole ? await putAside(path, tail) : undefined;
    const end = tornPath === undefined ? size : size - tail.length;
    await file.truncate(end);
    const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('');
    await writeWhole(file, Buffer.from(isWhole ? `\n${lines}` : lines), end);
    await file.sync();
    return tornPath === undefined ? {} : { tornPath };
  } finally {
    await file.close();
  }
}

const newline = 0x0a;

// What follows the last line end: bytes, because a cut can fall inside a letter. Nearly always nothing.
async function unendedTail(file: FileHandle, size: number): Promise<Buffer> {
  const last = Buffer.alloc(1);
  if (size > 0) await file.read(last, 0, 1, size - 1);
  if (size === 0 || last[0] === newline) return Buffer.alloc(0);
  const whole = Buffer.alloc(size);
  for (let done = 0; done < size;) {
    const { bytesRead } = await file.read(whole, done, size - done, done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return whole.subarray(whole.lastIndexOf(newline) + 1);
}

async function writeWhole(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

// The copy is safe on the disk before the diary is cut.
async function putAside(path: string, tail: Buffer): Promise<string> {
  for (let number = 1; ; number += 1) {
    const tornPath = `${path}.torn-${number}`;
    try {
      const side = await open(tornPath, 'ax', 0o600);
      await side.writeFile(tail);
      await side.sync();
      await side.close();
      await syncFolder(dirname(path));
      return tornPath;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}
