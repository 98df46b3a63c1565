import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { McpServer } from '@modelcontextprotocol/server';
import { addDays, err, ok, parseLocalDate, type LocalDate, type Result } from '@psoas/kernel';
import { withAdditions } from '@psoas/exchange/diary-file';
import type { DiaryFile } from '../adapters/diary-file.ts';
import { connectRelay } from '../adapters/fetch-relay.ts';
import type { KeptBeside } from '../adapters/kept-beside.ts';
import type { PdfProblem } from '../adapters/print-pdf.ts';
import type { Choice, Prompter } from '../ask/prompter.ts';
import type { Io, Screen } from '../io.ts';
import { runPsoas } from '../run.ts';
import type { SessionTerminal } from '../session/session-terminal.ts';
import { StepBack, StoppedByPerson } from '../stopped-by-person.ts';
import { memorySyncFolder } from './memory-sync-folder.ts';

/** Said to a question: the key that stops, and the key that goes back. */
export const ctrlC = '\u0003';
export const escape = '\u001B';

/** Answers of the person: the first pattern that fits the question counts. Without one: none of these, no, the lowest number. */
export type Script = readonly (readonly [question: RegExp, answer: string | readonly string[]])[];

export type FakeOptions = {
  readonly files?: { readonly [path: string]: string | Uint8Array };
  readonly screen?: Partial<Screen>;
  readonly script?: Script;
  /** Keys by the second of the session at which they are pressed. */
  readonly keys?: { readonly [second: number]: string };
  readonly diary?: DiaryFile;
  /** Milliseconds since 1970 at the start, for talks with a relay that has its own clock. */
  readonly nowMillis?: number;
  /** Stands before every id, so that two worlds make different ones. */
  readonly idStart?: string;
  /** What the browser of this world makes of a document. */
  readonly pdf?: Result<Uint8Array, PdfProblem>;
};

/** A world in memory with a clock that only the session moves. */
export function createFakeWorld({
  files = {},
  screen = {},
  script = [],
  keys = {},
  diary = memoryDiary(),
  nowMillis = 1_772_409_600_000,
  idStart = '',
  pdf = ok(new TextEncoder().encode('%PDF')),
}: FakeOptions = {}) {
  const heard = { asked: new Array<string>(), notified: new Array<string>(), relayRuns: new Array<readonly string[]>(), served: new Array<McpServer>(), opened: new Array<string | undefined>(), printed: new Array<{ readonly html: string; readonly browser: string | undefined }>() };
  const { asked, notified, relayRuns, served, opened, printed } = heard;
  const [out, errors, outBytes] = [new Array<string>(), new Array<string>(), new Array<Uint8Array>()];
  const input: { [path: string]: string | Uint8Array } = { ...files };
  let [ids, millis, day] = [0, nowMillis, dayOf(new Date(nowMillis).toISOString().slice(0, 10))];
  const saved = new Map<string, unknown>();
  const syncFolder = memorySyncFolder();
  const terminal = fakeTerminal(keys, out, { now: () => millis, pass: (more) => (millis += more) });
  const io: Io = {
    out: (text) => out.push(text),
    outAndWait: async (text) => void out.push(text),
    outBytes: async (bytes) => void outBytes.push(bytes),
    err: (text) => errors.push(text),
    screen: { isInteractive: false, columns: 80, hasColour: false, ...screen },
    clock: { nowMillis: () => millis, today: () => day },
    ids: { nextId: () => `${idStart}id-${(ids += 1)}` },
    ...fakeFiles(input),
    aheadOfUtcSeconds: () => 3600,
    dayOf: (atMillis) => dayOf(new Date(atMillis).toISOString().slice(0, 10)),
    openDiary: (path) => (opened.push(path), diary),
    openCheckpoint: () => keptIn(saved, 'session'),
    openImportNote: () => keptIn(saved, 'import'),
    openSyncFolder: () => syncFolder,
    connectRelay,
    random: (length) => new Uint8Array(randomBytes(length)),
    loadPrompter: async () => fakePrompter(script, asked),
    openSessionTerminal: () => terminal,
    openTickingTerminal: () => terminal,
    minuteOfDay: () => (millis % 86_400_000) / 60_000,
    notify: (title, body) => notified.push(`${title}: ${body}`),
    printPdf: async (html, browser) => (printed.push({ html, browser }), pdf),
    runRelay: async (words) => (relayRuns.push(words), 0),
    serveAssistant: async (create) => void served.push(create()),
  };
  return {
    ...heard,
    files: input,
    io,
    diary,
    errors: () => errors.join(''),
    /** What was said on the error channel since the last time. */
    newErrors: () => errors.splice(0).join(''),
    nextDay: () => void ([day, millis] = [addDays(day, 1), millis + 86_400_000]),
    /** The files of the sync folder. */
    synced: syncFolder.files,
    /** What was kept beside the diary. */
    papers: syncFolder.papers,
    /** What is piped in, or typed where no terminal is. */
    pipeIn: (text: string) => void (input['-'] = text),
    loseCheckpoint: () => void saved.delete('session'),
    /** Runs a command and gives its exit code and what it printed this time. */
    run: async (...words: readonly string[]) => {
      out.length = 0;
      const exitCode = await runPsoas(words, io);
      return { exitCode, out: out.join(''), chunks: out.length, bytes: outBytes.splice(0) };
    },
  };
}

function fakeFiles(files: { [path: string]: string | Uint8Array }): Pick<Io, 'readText' | 'readBytes' | 'writeFile'> {
  const bytesOf = (path: string): Uint8Array | undefined => {
    const content = files[path];
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  return {
    writeFile: async (path, bytes) => ((files[path] = bytes), ok(undefined)),
    readText: async (path) => {
      const bytes = bytesOf(path);
      return bytes === undefined ? err('ENOENT') : ok(new TextDecoder().decode(bytes));
    },
    readBytes: async (path) => {
      const bytes = bytesOf(path);
      return bytes === undefined ? err('ENOENT') : ok(bytes);
    },
  };
}

function keptIn(saved: Map<string, unknown>, name: string): KeptBeside {
  return {
    load: async () => saved.get(name),
    save: async (value) => void saved.set(name, structuredClone(value)),
    clear: async () => void saved.delete(name),
  };
}

/** A diary that forgets when the test ends. */
export function memoryDiary(entries: unknown[] = []): DiaryFile & { readonly entries: unknown[] } {
  return {
    path: 'diary.jsonl',
    entries,
    read: async () => ok({ entries: [...entries], isTorn: false }),
    append: async (events) => {
      for (const event of events) entries.push(structuredClone(event));
      return ok({});
    },
    addMany: async (choose) => {
      const added = choose([...entries]);
      entries.splice(0, entries.length, ...withAdditions([...entries], added));
      return ok({ added, entriesAfter: entries.length });
    },
    removeMany: async (isGone) => {
      entries.splice(0, entries.length, ...entries.filter((entry) => !isGone(entry)));
      return ok({});
    },
  };
}

/** The answers of one of the people that stand beside the core's tests. */
export function readPerson(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, '../../../../packages/core/people', `${name}.yaml`), 'utf8');
}

function dayOf(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new Error(text);
  return day.value;
}

function fakePrompter(script: Script, asked: string[]): Prompter {
  const answerTo = (question: string): string | readonly string[] | undefined => {
    asked.push(question);
    const answer = script.find(([pattern]) => pattern.test(question))?.[1];
    if (answer === ctrlC) throw new StoppedByPerson();
    if (answer === escape) throw new StepBack();
    return answer;
  };
  const pick = <Value extends string>(
    choices: readonly Choice<Value>[],
    wanted: readonly string[],
  ): readonly Value[] => {
    const values = choices.map(({ value }) => value).filter((value) => wanted.includes(value));
    if (values.length === 0)
      throw new Error(`no choice ${wanted.join(', ')} in ${choices.map(({ value }) => value).join(', ')}`);
    return values;
  };
  return {
    say: () => undefined,
    title: () => undefined,
    one: async (question, choices) => {
      const answer =
        answerTo(question) ??
        (choices.some(({ value }) => value === 'no') ? 'no' : (choices[0]?.value ?? ''));
      const [value] = pick(choices, [answer].flat());
      if (value === undefined) throw new Error(question);
      return value;
    },
    some: async (question, choices) => pick(choices, [answerTo(question) ?? 'none'].flat()),
    line: async (question, problemOf) => {
      const answer =
        [
          answerTo(question) ?? ['', '0', '2'].find((line) => problemOf(line) === undefined) ?? '',
        ].flat()[0] ?? '';
      const problem = problemOf(answer);
      if (problem !== undefined) throw new Error(`${question} ${answer}: ${problem}`);
      return answer;
    },
    countDown: async () => undefined,
  };
}

type FakeTime = { readonly now: () => number; readonly pass: (millis: number) => void };

function fakeTerminal(keys: FakeOptions['keys'] = {}, out: string[], time: FakeTime): SessionTerminal {
  const left = new Map(Object.entries(keys).map(([second, key]) => [Number(second), key]));
  let ticks = 0;
  return {
    now: () => ({ wallMillis: time.now(), monotonicMillis: time.now() }),
    next: async () => {
      const key = left.get(ticks);
      if (key !== undefined) {
        left.delete(ticks);
        return { kind: 'key', key };
      }
      ticks += 1;
      if (ticks > 20_000) throw new Error('the session does not end');
      time.pass(1000);
      return { kind: 'tick' };
    },
    live: () => undefined,
    print: (line) => out.push(`${line}\n`),
    bell: () => undefined,
    aside: (ask) => ask(),
    close: () => undefined,
  };
}
