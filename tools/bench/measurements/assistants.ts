import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { addDays, isRecord } from '@psoas/kernel';
import { repositoryRoot } from '../../command-line.ts';
import { yearsOfDiary } from '../../diary/years-of-diary.ts';
import { localDay } from '../bench-day.ts';
import type { Figure, Measurement } from '../measurement.ts';
import { bareNodeMillis } from '../run-node.ts';
import { inTurn } from '../stopwatch.ts';

/** The bar for each tool, in milliseconds. Its best run counts: the clock on the wall also runs for what else the machine does. */
const limitMillis = 1000;
const mainPath = join(repositoryRoot, 'apps/cli/src/main.ts');
const beforeSession = { painNow: 0, newSigns: [], signsRead: true };
const calls = [
  ['get_today', {}],
  ['get_plan', {}],
  ['log_set', { exercise: 'kneeling-hip-flexor-lunge', side: 'left', holdSeconds: 30, pain: 0, beforeSession }],
  ['log_pain', { about: 'now', painNow: 1 }],
  ['explain', { id: 'kneeling-hip-flexor-lunge' }],
  ['search_knowledge', { query: 'sitting and the psoas' }],
  ['export_bundle', { format: 'json', confirm: true }],
] as const;

/** What an assistant waits for. */
export const assistants: Measurement = {
  id: 'assistants',
  what: 'tools for assistants on a diary of 5 years',
  how: 'The real `psoas mcp` on a diary that ends yesterday: from its start to its first answer, then each tool, by the clock on the wall. Each is measured right beside a start of Node that does nothing, to which the ratios are.',
  runs: 7,
  measure: async ({ runs }) => {
    const folder = await mkdtemp(join(tmpdir(), 'psoas-assistant-'));
    try {
      const path = join(folder, 'diary.jsonl');
      // The command goes by the real clock.
      const lines = yearsOfDiary(5, addDays(localDay(new Date()), -1)).map((entry) => `${JSON.stringify(entry)}\n`);
      await writeFile(path, lines.join(''));
      return [...(await measureStart(path, runs)), ...(await measureTools(path, runs))];
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function measureStart(path: string, runs: number): Promise<readonly Figure[]> {
  const measured = await inTurn(runs, async () => {
    const { server, millis } = await startServer(path);
    await server.end();
    return { millis, bare: await bareNodeMillis() };
  });
  return figuresOf({ id: 'assistants.start', what: 'psoas mcp, to its first answer' }, measured);
}

async function measureTools(path: string, runs: number): Promise<readonly Figure[]> {
  const { server } = await startServer(path);
  const figures: Figure[] = [];
  for (const [name, given] of calls) {
    const measured = await inTurn(runs, async (round) => {
      const key = name === 'log_set' || name === 'log_pain' ? { idempotencyKey: `${name}-${round}` } : {};
      const began = performance.now();
      await server.ask('tools/call', { name, arguments: { ...given, ...key } });
      return { millis: performance.now() - began, bare: await bareNodeMillis() };
    });
    const [time, ...rest] = figuresOf({ id: `assistants.${name}`, what: name }, measured);
    if (time !== undefined) figures.push({ ...time, bar: { limit: limitMillis, of: 'best' } }, ...rest);
  }
  await server.end();
  return figures;
}

type Measured = { readonly millis: number; readonly bare: number };

function figuresOf({ id, what }: Pick<Figure, 'id' | 'what'>, measured: readonly Measured[]): readonly Figure[] {
  return [
    { id, what, unit: 'ms', better: 'less', values: measured.map(({ millis }) => millis) },
    { id: `${id}.ratio`, what, ratioTo: 'a bare start of Node', unit: 'ratio', better: 'less', values: measured.map(({ millis, bare }) => millis / bare) },
  ];
}

async function startServer(path: string) {
  const began = performance.now();
  const child = spawn(process.execPath, [mainPath, 'mcp', '--diary', path], { stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<unknown, () => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const message: unknown = JSON.parse(line);
    if (isRecord(message)) waiting.get(message['id'])?.();
  });
  let id = 0;
  const ended = once(child, 'exit');
  const server = {
    ask: (method: string, params: unknown): Promise<void> =>
      new Promise((answered) => {
        id += 1;
        waiting.set(id, answered);
        child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`);
      }),
    end: async (): Promise<void> => {
      child.stdin.end();
      await ended;
    },
  };
  await server.ask('initialize', { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'bench', version: '1' } });
  return { server, millis: performance.now() - began };
}
