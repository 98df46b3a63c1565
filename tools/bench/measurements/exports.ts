import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text as streamText } from 'node:stream/consumers';
import { addDays, type LocalDate } from '@psoas/kernel';
import { repositoryRoot } from '../../command-line.ts';
import { yearsOfDiary } from '../../diary/years-of-diary.ts';
import { exportsOfDiary, type DiaryExport } from '../../exports/exports-of-diary.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { inTurn, processorMillisOf } from '../stopwatch.ts';

/** The bar for the whole command, in milliseconds of the processor. */
const limitMillis = 1000;
const years = 5;

const mainPath = join(repositoryRoot, 'apps/cli/src/main.ts');
// Written by the command itself when it ends.
const usageReport = `data:text/javascript,${encodeURIComponent("import { writeSync } from 'node:fs'; process.on('exit', () => { const { user, system } = process.cpuUsage(); writeSync(3, String((user + system) / 1000)); });")}`;

/** Every export of a diary of years. */
export const exports: Measurement = {
  id: 'exports',
  what: `exports of a diary of ${years} years`,
  how: 'The whole command from its start to its end, by what the processor did for all its threads and by the clock; and the pure part alone, in a process that is warm. The ratio is that of the pure part to reading the diary as JSON.',
  runs: 7,
  measure: async ({ runs, today }) => {
    const folder = mkdtempSync(join(tmpdir(), 'psoas-exports-'));
    try {
      const lines = yearsOfDiary(years, addDays(today, -1)).map((event) => JSON.stringify(event));
      const path = join(folder, 'diary.jsonl');
      writeFileSync(path, `${lines.join('\n')}\n`);
      const diary = { lines, entries: lines.map((line): unknown => JSON.parse(line)), path, today, runs };
      const figures: Figure[] = [];
      for (const each of exportsOfDiary) figures.push(...(await figuresOf(each, diary)));
      return figures;
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

type Diary = { readonly lines: readonly string[]; readonly entries: readonly unknown[]; readonly path: string; readonly today: LocalDate; readonly runs: number };

async function figuresOf({ words, make }: DiaryExport, { lines, entries, path, today, runs }: Diary): Promise<readonly Figure[]> {
  const id = `exports.${words.replaceAll(' ', '-')}`;
  const size = `${Math.ceil(make(entries, today).total / 1000).toLocaleString('en-GB')} kB`;
  const pure = await inTurn(runs, async () => ({
    making: processorMillisOf(() => make(entries, today)),
    parsing: processorMillisOf(() => lines.map((line): unknown => JSON.parse(line))),
  }));
  const commands = await inTurn(runs, () => runExport([...words.split(' '), '--diary', path]));
  const common = { unit: 'ms', better: 'less' } as const;
  return [
    { ...common, id, what: `export ${words}, ${size}, of the processor`, bar: { limit: limitMillis }, values: commands.map(({ processor }) => processor) },
    { ...common, id: `${id}.clock`, what: `export ${words}, by the clock`, values: commands.map(({ clock }) => clock) },
    { ...common, id: `${id}.pure`, what: `export ${words}, the pure part`, values: pure.map(({ making }) => making) },
    { ...common, id: `${id}.ratio`, what: `export ${words}, the pure part`, ratioTo: 'JSON.parse of the diary', unit: 'ratio', values: pure.map(({ making, parsing }) => making / parsing) },
  ];
}

async function runExport(words: readonly string[]): Promise<{ readonly processor: number; readonly clock: number }> {
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', usageReport, mainPath, 'export', ...words], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  const [said] = await Promise.all([streamText(child.stdio[3] as Readable), once(child, 'exit')]);
  if (child.exitCode !== 0) throw new Error(`psoas export ${words.join(' ')} ended with ${child.exitCode}`);
  return { processor: Number(said), clock: performance.now() - start };
}
