import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isRecord } from '@psoas/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reasonOf } from '../read-answers.ts';
import { openDiaryFile } from './diary-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psoas-diary-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const file = (): string => join(folder, 'deep', 'diary.jsonl');
const idsOf = (entries: readonly unknown[]): readonly unknown[] =>
  entries.map((entry) => (isRecord(entry) ? entry['id'] : entry));

async function entriesOf(path: string): Promise<readonly unknown[]> {
  const read = await openDiaryFile(path).read();
  return read.ok ? read.value.entries : [read.error];
}

async function failureAt(path: string): Promise<unknown> {
  const { code } = await openDiaryFile(path)
    .append([{ id: 'a' }])
    .then((written) => (written.ok || written.error.type === 'busy' ? { code: '' } : written.error));
  return reasonOf(code);
}

it('[HD-02] a line that nests without end is kept as it is, and breaks nothing that is made of the diary', async () => {
  const deep = `{"id":"deep","data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const path = file();
  await mkdir(join(folder, 'deep'));
  await writeFile(path, `${deep}\n{"id":"a"}\n`);
  const entries = await entriesOf(path);
  expect(entries).toEqual([deep, { id: 'a' }]);
  expect(JSON.stringify(entries)).toContain('deep');
  expect((await openDiaryFile(path).append([{ id: 'b' }])).ok).toBe(true);
  expect((await readFile(path, 'utf8')).startsWith(deep)).toBe(true);
});

function startAppending(path: string, name: string, count = ''): ChildProcess {
  return spawn(
    process.execPath,
    [
      fileURLToPath(new URL('./testing/append-events.ts', import.meta.url)),
      path,
      name,
      ...(count === '' ? [] : [count]),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

describe('diary file', () => {
  it('reads nothing where there is nothing, and makes file and folder for this person alone', async () => {
    const diary = openDiaryFile(file());
    expect(await diary.read()).toEqual({ ok: true, value: { entries: [], isTorn: false } });
    expect(await diary.append([{ id: 'a' }, { id: 'b' }])).toEqual({ ok: true, value: {} });
    expect(await readFile(file(), 'utf8')).toBe('{"id":"a"}\n{"id":"b"}\n');
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'deep'))).toEqual(['diary.jsonl']);
  });

  it('[L-04] keeps damaged lines in the middle and everything of a newer psoas, byte for byte', async () => {
    const before = '{"id":"a"}\n{"id": broken\n\n{"id":"n","kind":"mood","version":7,"later":true}\n';
    await mkdir(join(folder, 'deep'));
    await writeFile(file(), before);
    await openDiaryFile(file()).append([{ id: 'b' }]);
    expect(await readFile(file(), 'utf8')).toBe(`${before}{"id":"b"}\n`);
    expect(await entriesOf(file())).toEqual([
      { id: 'a' },
      '{"id": broken',
      '',
      { id: 'n', kind: 'mood', version: 7, later: true },
      { id: 'b' },
    ]);
  });

  it('[L-04] puts a cut-off last line aside and loses none of its bytes', async () => {
    await mkdir(join(folder, 'deep'));
    const cut = Buffer.concat([Buffer.from('{"id":"b","text":"ca'), Buffer.from([0xc3])]);
    await writeFile(file(), Buffer.concat([Buffer.from('{"id":"a"}\n'), cut]));
    const diary = openDiaryFile(file());
    expect(await diary.read()).toEqual({ ok: true, value: { entries: [{ id: 'a' }], isTorn: true } });
    expect(await diary.append([{ id: 'c' }])).toEqual({ ok: true, value: { tornPath: `${file()}.torn-1` } });
    expect(await readFile(`${file()}.torn-1`)).toEqual(cut);
    expect(await entriesOf(file())).toEqual([{ id: 'a' }, { id: 'c' }]);
    await writeFile(file(), '{"id":"a"}\n{"x');
    expect(await diary.append([{ id: 'd' }])).toEqual({ ok: true, value: { tornPath: `${file()}.torn-2` } });
  });

  it('takes a last entry that only lost its line end as whole', async () => {
    await mkdir(join(folder, 'deep'));
    await writeFile(file(), '{"id":"a"}\n{"id":"b"}');
    expect(await entriesOf(file())).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(await openDiaryFile(file()).append([{ id: 'c' }])).toEqual({ ok: true, value: {} });
    expect(await readFile(file(), 'utf8')).toBe('{"id":"a"}\n{"id":"b"}\n{"id":"c"}\n');
  });

  it('says who writes while another holds the lock, and takes over a lock that is stale', async () => {
    await mkdir(`${file()}.lock`, { recursive: true });
    await writeFile(file(), '');
    await writeFile(`${file()}.owner`, '4242');
    const impatient = openDiaryFile(file(), { staleMillis: 60_000, waitMillis: 0 });
    expect(await impatient.append([{ id: 'a' }])).toMatchObject({
      ok: false,
      error: { type: 'busy', pid: 4242 },
    });
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(`${file()}.lock`, longAgo, longAgo);
    expect(await impatient.append([{ id: 'a' }])).toEqual({ ok: true, value: {} });
    expect(await entriesOf(file())).toEqual([{ id: 'a' }]);
  });

  it('tells what the system said when it cannot write', async () => {
    await mkdir(file(), { recursive: true });
    expect(await openDiaryFile(file()).append([{ id: 'a' }])).toMatchObject({
      ok: false,
      error: { type: 'write-failed', code: 'EISDIR' },
    });
  });

  it('[L-04] loses no event that was acknowledged when its process is killed', async () => {
    const child = startAppending(file(), 'k');
    let acknowledged = 0;
    for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
      acknowledged = Number(line);
      if (acknowledged === 12) child.kill('SIGKILL');
    }
    // The killed process may have left its lock behind, and a cut-off line.
    const after = await openDiaryFile(file(), { staleMillis: 2000, waitMillis: 6000 }).append([
      { id: 'after' },
    ]);
    expect(after.ok).toBe(true);
    const ids = idsOf(await entriesOf(file()));
    expect(acknowledged).toBeGreaterThanOrEqual(12);
    expect(ids.slice(0, acknowledged)).toEqual(
      Array.from({ length: acknowledged }, (_, index) => `k-${index + 1}`),
    );
    expect(ids.at(-1)).toBe('after');
  });

  it('[L-04] keeps every event of two processes that write at once', async () => {
    const children = ['one', 'two'].map((name) => startAppending(file(), name, '8'));
    for (const child of children) child.stdout?.resume();
    await Promise.all(children.map((child) => once(child, 'exit')));
    const ids = idsOf(await entriesOf(file()));
    for (const name of ['one', 'two']) {
      expect(ids.filter((id) => String(id).startsWith(name))).toEqual(
        Array.from({ length: 8 }, (_, index) => `${name}-${index + 1}`),
      );
    }
  });
});

it('says in words why a place cannot hold a diary', async () => {
  await writeFile(join(folder, 'file'), '');
  expect(await failureAt(join(folder, 'file', 'diary.jsonl'))).toBe('a part of the path is no folder');
  expect(await failureAt(folder)).toBe('it is a folder');
  expect(reasonOf('EACCES')).not.toContain('read');
  expect(reasonOf('EODD')).toBe('EODD');
});

describe('many entries at once', () => {
  it('[L-09] puts many entries between the others, the old lines letter by letter, and takes them away again', async () => {
    const old = '{"id":"a",  "x": 1}\nno json\n{"id":"b"}\n';
    await mkdir(join(folder, 'deep'));
    await writeFile(file(), `${old}{"id":"cut`);
    const diary = openDiaryFile(file());
    const written = await diary.addMany((current) => {
      expect(current).toEqual([{ id: 'a', x: 1 }, 'no json', { id: 'b' }]);
      return [
        { value: { id: 'n' }, before: 1 },
        { value: 'words', before: 3 },
      ];
    });
    expect(written).toMatchObject({ ok: true, value: { entriesAfter: 5, tornPath: `${file()}.torn-1` } });
    expect(await readFile(file(), 'utf8')).toBe('{"id":"a",  "x": 1}\n{"id":"n"}\nno json\n{"id":"b"}\n"words"\n');
    if (process.platform !== 'win32') expect((await stat(file())).mode & 0o777).toBe(0o600);
    await diary.removeMany((entry) => entry === 'words' || (isRecord(entry) && entry['id'] === 'n'));
    expect(await readFile(file(), 'utf8')).toBe(old);
    expect((await readdir(join(folder, 'deep'))).toSorted()).toEqual(['diary.jsonl', 'diary.jsonl.torn-1']);
  });

  it('[L-09] keeps damaged bytes that are no text, and takes nothing else away', async () => {
    const old = Buffer.concat([Buffer.from('{"id":"ä"}\n'), Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from('{"id":"b"}\n')]);
    await mkdir(join(folder, 'deep'));
    await writeFile(file(), old);
    const diary = openDiaryFile(file());
    await diary.addMany((current) => [{ value: { id: 'ü' }, before: current.length }]);
    expect(await readFile(file())).toEqual(Buffer.concat([old, Buffer.from('{"id":"ü"}\n')]));
    await diary.removeMany((entry) => isRecord(entry) && entry['id'] === 'ü');
    expect(await readFile(file())).toEqual(old);
  });

  it('[L-09] an import beside others who write loses none of their entries', async () => {
    const diary = openDiaryFile(file());
    const appends = Array.from({ length: 10 }, (_, index) => diary.append([{ id: `own-${index}` }]));
    const added = diary.addMany((current) => [{ value: { id: 'new' }, before: current.length }]);
    await Promise.all([...appends, added]);
    const all = new Set(['new', ...Array.from({ length: 10 }, (_, index) => `own-${index}`)]);
    expect(new Set(idsOf(await entriesOf(file())))).toEqual(all);
    expect(await entriesOf(file())).toHaveLength(all.size);
  });

  it('[L-09] a choice that fails leaves the file as it was, and unlocked', async () => {
    const diary = openDiaryFile(file());
    await diary.append([{ id: 'a' }]);
    const written = await diary.addMany(() => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    });
    expect(written).toEqual({ ok: false, error: { type: 'write-failed', code: 'ENOSPC' } });
    expect((await diary.append([{ id: 'b' }])).ok).toBe(true);
    expect(idsOf(await entriesOf(file()))).toEqual(['a', 'b']);
  });
});
