import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { addDays, isRecord, type LocalDate } from '@psoas/kernel';
import { spreadOf, spreadToText, type Spread } from '../diary/spread.ts';
import { yearsOfDiary } from '../diary/years-of-diary.ts';

/** What an assistant waits for on a diary of five years, in milliseconds by the clock on the wall. */
export type AssistantBench = {
  /** From the start of `psoas mcp` to its first answer. */
  readonly start: Spread;
  readonly tools: readonly { readonly name: string; readonly answer: Spread }[];
  readonly limitMillis: number;
  readonly keepsBar: boolean;
};

/** The bar for each tool. Its least time counts: the clock on the wall also runs for what else the machine does. */
const limitMillis = 1000;
const starts = 3;
const rounds = 7;
const main = resolve(import.meta.dirname, '../../apps/cli/src/main.ts');
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

/** Starts the real command on a diary that ends the day before `today`, and calls each tool. */
export async function benchAssistant(today: LocalDate): Promise<AssistantBench> {
  const folder = await mkdtemp(join(tmpdir(), 'psoas-assistant-'));
  const path = join(folder, 'diary.jsonl');
  await writeFile(path, yearsOfDiary(5, addDays(today, -1)).map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  const starting: number[] = [];
  for (let round = 1; round < starts; round += 1) {
    const { server, millis } = await startServer(path);
    starting.push(millis);
    await server.end();
  }
  const { server, millis } = await startServer(path);
  starting.push(millis);
  const tools: { readonly name: string; readonly answer: Spread }[] = [];
  for (const [name, given] of calls) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const key = name === 'log_set' || name === 'log_pain' ? { idempotencyKey: `${name}-${round}` } : {};
      const began = performance.now();
      await server.ask('tools/call', { name, arguments: { ...given, ...key } });
      times.push(performance.now() - began);
    }
    tools.push({ name, answer: spreadOf(times) });
  }
  await server.end();
  await rm(folder, { recursive: true });
  return { start: spreadOf(starting), tools, limitMillis, keepsBar: tools.every(({ answer }) => answer.min <= limitMillis) };
}

/** The same in words. */
export function assistantBenchToText({ start, tools }: AssistantBench): string {
  return [
    `psoas mcp on a diary of five years: its first answer after ${spreadToText(start)}`,
    ...tools.map(({ name, answer }) => `  ${name}: ${spreadToText(answer)} (bar: ${limitMillis} ms, the least)`),
  ].join('\n');
}

async function startServer(path: string) {
  const began = performance.now();
  const child = spawn(process.execPath, [main, 'mcp', '--diary', path], { stdio: ['pipe', 'pipe', 'ignore'] });
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
