import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { foldDiary } from '@psoas/core/diary';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { openDiaryFile } from '../adapters/diary-file.ts';
import { createFakeWorld, readPerson } from '../testing/fake-io.ts';

const main = join(import.meta.dirname, '../main.ts');
const generations = [
  ['2025-11-25', 'legacy'],
  ['2026-07-28', { pin: '2026-07-28' }],
] as const;

/** Node starts and loads everything; on a shared machine that takes some seconds. */
const processMillis = 60_000;

let folder = '';
let path = '';
const open: Client[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psoas-mcp-'));
  path = join(folder, 'diary.jsonl');
  await writeFile(join(folder, 'answers.yaml'), await readPerson('desk-worker'));
  if ((await run('check', '--answers', join(folder, 'answers.yaml'))) !== 0) throw new Error('no check');
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.close()));
  await rm(folder, { recursive: true });
});

async function run(...words: readonly string[]): Promise<unknown> {
  const child = spawn(process.execPath, [main, ...words, '--diary', path], { stdio: 'ignore' });
  return (await once(child, 'exit'))[0];
}

async function connect(mode: (typeof generations)[number][1] = { pin: '2026-07-28' }): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  open.push(client);
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [main, 'mcp', '--diary', path], stderr: 'ignore' }));
  return client;
}

const set = {
  name: 'log_set',
  arguments: { idempotencyKey: 'a-set-of-today', exercise: 'standing-march', side: 'both', reps: 10, pain: 1, beforeSession: { painNow: 0, newSigns: [], signsRead: true } },
};

async function runs() {
  const read = await openDiaryFile(path).read();
  return read.ok ? foldDiary(read.value.entries).runs : [];
}

describe.each(generations)('an assistant of %s', (version, mode) => {
  it('[MC-01] finds seven tools, calls each, and its entries are in the diary of psoas', async () => {
    const client = await connect(mode);
    expect(client.getNegotiatedProtocolVersion()).toBe(version);
    expect(client.getInstructions()).toContain('first, word for word');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toHaveLength(7);
    const today = await client.callTool({ name: 'get_today', arguments: {} });
    expect(today.structuredContent).toMatchObject({ kind: 'sessions', stop: null });
    expect(today.content[0]).toMatchObject({ type: 'text', text: expect.stringContaining('Kneeling hip flexor lunge') });
    const calls = [
      { name: 'get_plan', arguments: {} },
      set,
      { name: 'log_pain', arguments: { idempotencyKey: 'a-pain-of-now', about: 'now', painNow: 2 } },
      { name: 'explain', arguments: { id: 'standing-march' } },
      { name: 'search_knowledge', arguments: { query: 'sitting' } },
      { name: 'export_bundle', arguments: { format: 'json', confirm: true } },
    ];
    for (const call of calls) expect((await client.callTool(call)).isError ?? false).toBe(false);
    expect(await run('today')).toBe(0);
    expect((await runs())[0]?.sets).toMatchObject([{ exercise: 'standing-march', reps: 10, pain: 1 }]);
  }, processMillis);

  it('[MC-07] hears of wrong arguments in the answer, and of faults of the protocol as errors', async () => {
    const client = await connect(mode);
    const wrong = await client.callTool({ name: 'log_pain', arguments: { idempotencyKey: 'a-pain-of-now', about: 'now', painNow: 11 } });
    expect(wrong).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('painNow') }] });
    const refused = await client.callTool({ name: 'explain', arguments: { id: 'nothing' } });
    expect(refused).toMatchObject({ isError: true, content: [{ text: expect.stringContaining('Field: id.') }] });
    await expect(client.callTool({ name: 'lift_flag', arguments: {} })).rejects.toThrow('lift_flag');
  }, processMillis);
});

it('[MC-01] the tools are these, with these words and forms', async () => {
  const [old, now] = [await connect('legacy'), await connect()];
  const { tools } = await now.listTools();
  const plain = (list: unknown): unknown => JSON.parse(JSON.stringify(list, (key, value) => (key === '$schema' ? undefined : value)));
  expect(plain((await old.listTools()).tools)).toEqual(plain(tools));
  await expect(stringify(plain(tools), { lineWidth: 110, aliasDuplicateObjects: false })).toMatchFileSnapshot('../../golden/mcp-tools.yaml');
  expect(tools.map(({ annotations }) => annotations)).toEqual(
    tools.map(({ name, title }) => ({ title, readOnlyHint: !name.startsWith('log_'), destructiveHint: false, idempotentHint: true, openWorldHint: false })),
  );
}, processMillis);

it('[MC-07] nothing but the protocol goes to the output, also with a damaged diary and bad lines', async () => {
  await writeFile(path, `${await readFile(path, 'utf8')}not a line\n{"id":"x","kind":"newer","version":1}\n{"id":"cut`);
  const child = spawn(process.execPath, [main, 'mcp', '--diary', path], { stdio: ['pipe', 'pipe', 'pipe'] });
  const [out, complaints] = [collect(child.stdout), collect(child.stderr)];
  const send = (value: unknown): void => void child.stdin.write(`${typeof value === 'string' ? value : JSON.stringify(value)}\n`);
  const initialize = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'raw', version: '1' } };
  send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: initialize });
  send({ jsonrpc: '2.0', method: 'notifications/initialized' });
  send('this is no JSON');
  send({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'get_today', arguments: {} } });
  send({ jsonrpc: '2.0', id: 3, method: 'no/such' });
  await vi.waitFor(() => expect(out.text()).toContain('"id":3'), { timeout: 30_000 });
  await vi.waitFor(() => expect(out.text()).toContain('"id":2'), { timeout: 30_000 });
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
  const lines = out.text().trimEnd().split('\n').map((line) => JSON.parse(line));
  expect(lines.every(({ jsonrpc }) => jsonrpc === '2.0')).toBe(true);
  expect(lines.find(({ id }) => id === 2).result.content[0].text).toContain('2 entries of the diary cannot be read');
  expect(lines.find(({ id }) => id === 3).error.code).toBe(-32_601);
  expect(complaints.text()).toContain('Everything that the tools give goes to the assistant');
}, processMillis);

it('[MC-03] two assistants with one key, and psoas itself, write one diary', async () => {
  const [first, second] = await Promise.all([connect(), connect('legacy')]);
  const answers = await Promise.all([first.callTool(set), second.callTool(set), first.callTool(set), run('today', '--travelling', 'on')]);
  expect(answers.filter((answer) => JSON.stringify(answer).includes('"wasWrittenBefore":false'))).toHaveLength(1);
  expect(answers.filter((answer) => JSON.stringify(answer).includes('"wasWrittenBefore":true'))).toHaveLength(2);
  expect((await runs()).map(({ sets }) => sets.length)).toEqual([1]);
  // What another wrote counts with the next call.
  await run('today', '--ill');
  expect((await second.callTool({ name: 'get_today', arguments: {} })).structuredContent).toMatchObject({ kind: 'not-today' });
}, processMillis);

it('[MC-07] at a terminal says that it talks to programs, and how to connect one', async () => {
  const world = createFakeWorld({ screen: { isInteractive: true } });
  expect((await world.run('mcp')).exitCode).toBe(2);
  expect(world.errors()).toContain('psoas mcp --help');
  const help = await world.run('mcp', '--help');
  expect(help.out).toContain('"mcpServers"');
  expect(help.out.replace(/\s+/g, ' ')).toContain('whoever makes it gets your pain, your safety answers and your notes');
});

function collect(stream: NodeJS.ReadableStream): { readonly text: () => string } {
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { text: () => text };
}
