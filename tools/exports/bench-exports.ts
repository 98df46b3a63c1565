import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text as streamText } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { addDays, type LocalDate } from '@psoas/kernel';
import { spreadOf, spreadToText, type Spread } from '../diary/spread.ts';
import { yearsOfDiary } from '../diary/years-of-diary.ts';
import { exportsOfDiary, type DiaryExport } from './exports-of-diary.ts';

/** What an export of a diary of five years costs, in milliseconds. */
export type ExportBench = {
  readonly words: string;
  readonly total: number;
  /** The pure part, by what the processor did for it. */
  readonly pure: Spread;
  /** The whole command, from its start to its end: by what the processor did for all its threads, and by the clock. */
  readonly processor: Spread;
  readonly clock: Spread;
};

/** The bar for the whole command, median of what the processor did: what else the machine does does not count. */
const limitMillis = 1000;
const years = 5;
const rounds = 7;

const mainPath = resolve(import.meta.dirname, '../../apps/cli/src/main.ts');
// Written by the command itself when it ends.
const usageReport = `data:text/javascript,${encodeURIComponent("import { writeSync } from 'node:fs'; process.on('exit', () => { const { user, system } = process.cpuUsage(); writeSync(3, String((user + system) / 1000)); });")}`;

/** Measures every export, as a function and as a command. */
export async function benchExports(today: LocalDate): Promise<readonly ExportBench[]> {
  const folder = mkdtempSync(join(tmpdir(), 'psoas-exports-'));
  try {
    const lines = yearsOfDiary(years, addDays(today, -1)).map((event) => JSON.stringify(event));
    const path = join(folder, 'diary.jsonl');
    writeFileSync(path, `${lines.join('\n')}\n`);
    const entries = lines.map((line): unknown => JSON.parse(line));
    const benches: ExportBench[] = [];
    for (const each of exportsOfDiary) benches.push(await benchOne(each, { entries, path, today }));
    return benches;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type BenchedDiary = { readonly entries: readonly unknown[]; readonly path: string; readonly today: LocalDate };

async function benchOne({ words, make }: DiaryExport, { entries, path, today }: BenchedDiary): Promise<ExportBench> {
  const pure = Array.from({ length: rounds }, () => {
    const before = process.threadCpuUsage();
    make(entries, today);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  const runs: { readonly processor: number; readonly clock: number }[] = [];
  for (let round = 0; round < rounds; round += 1) runs.push(await runExport([...words.split(' '), '--diary', path]));
  return {
    words,
    total: make(entries, today).total,
    pure: spreadOf(pure, 0),
    processor: spreadOf(runs.map(({ processor }) => processor), 0),
    clock: spreadOf(runs.map(({ clock }) => clock), 0),
  };
}

async function runExport(words: readonly string[]): Promise<{ readonly processor: number; readonly clock: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', usageReport, mainPath, 'export', ...words], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  const [said] = await Promise.all([streamText(child.stdio[3] as Readable), once(child, 'exit')]);
  if (child.exitCode !== 0) throw new Error(`psoas export ${words.join(' ')} ended with ${child.exitCode}`);
  return { processor: Number(said), clock: performance.now() - start };
}

/** Whether each command keeps the bar. */
export function keepsExportBar(benches: readonly ExportBench[]): boolean {
  return benches.every(({ processor }) => processor.median <= limitMillis);
}

/** A line for each export. */
export function exportsToText(benches: readonly ExportBench[]): string {
  const lines = benches.map(
    ({ words, total, pure, processor, clock }) =>
      `  ${words}, ${Math.ceil(total / 1000)} kB: ${spreadToText(pure)} alone; the command ${spreadToText(processor)} of the processor, ${spreadToText(clock)} by the clock`,
  );
  return [`exports of a diary of ${years} years, ${rounds} rounds; medians, least and most (bar for a command: ${limitMillis} ms of the processor)`, ...lines].join('\n');
}
