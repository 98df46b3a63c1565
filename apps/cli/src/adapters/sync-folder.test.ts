import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSyncFolder } from './sync-folder.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psoas-sync-folder-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const diaryPath = (): string => join(folder, 'diary.jsonl');
const path = (name: string): string => join(folder, 'diary.jsonl.sync', name);
const modeOf = async (name: string): Promise<number> => (await stat(path(name))).mode & 0o777;

describe('sync folder', () => {
  it('[L-11] lies beside the diary, for its owner alone, and leaves nothing beside it', async () => {
    const done = await openSyncFolder(diaryPath()).use(async (files) => {
      await files.replace('identity.json', 'secret');
      return files.append('feed.jsonl', 'line\n', 0);
    });
    expect(done).toEqual({ ok: true, value: 5 });
    if (process.platform !== 'win32')
      expect([await modeOf(''), await modeOf('identity.json'), await modeOf('feed.jsonl')]).toEqual([0o700, 0o600, 0o600]);
    expect(await readdir(folder)).toEqual(['diary.jsonl.sync']);
    expect((await readdir(path(''))).toSorted()).toEqual(['feed.jsonl', 'identity.json']);
  });

  it('[L-11] appends behind a length, and cuts off what was never confirmed', async () => {
    const length = await openSyncFolder(diaryPath()).use(async (files) => {
      await files.append('log', 'ä\n', 0);
      await files.append('log', 'cut', 3);
      return files.append('log', 'b\n', 3);
    });
    expect(length).toEqual({ ok: true, value: 5 });
    expect(await readFile(path('log'), 'utf8')).toBe('ä\nb\n');
  });

  it('[L-11] lets one psoas in at a time, and says who is there', async () => {
    const times = { staleMillis: 5000, waitMillis: 100 };
    const outer = await openSyncFolder(diaryPath(), times).use(async () => {
      const inner = await openSyncFolder(diaryPath(), times).use(() => Promise.resolve('in'));
      const beside = await openSyncFolder(diaryPath(), times).look((files) => files.read('nothing'));
      return [inner, beside];
    });
    expect(outer).toMatchObject({
      ok: true,
      value: [
        { ok: false, error: { type: 'busy', pid: process.pid } },
        { ok: true, value: undefined },
      ],
    });
  });

  it('says what the system said, and lets bugs through', async () => {
    const inFile = openSyncFolder('/dev/null/diary');
    expect(await inFile.use(() => Promise.resolve(1))).toMatchObject({ ok: false, error: { type: 'write-failed' } });
    const bug = openSyncFolder(diaryPath()).use(() => Promise.reject(new TypeError('bug')));
    await expect(bug).rejects.toThrow('bug');
  });

  it('[L-14] keeps papers beside the diary under names that are free, and forgets everything else', async () => {
    const kept = openSyncFolder(diaryPath());
    expect(await kept.keepPaper('receipt', 'one')).toEqual({ ok: true, value: `${diaryPath()}.receipt-1` });
    expect(await kept.keepPaper('receipt', 'two')).toEqual({ ok: true, value: `${diaryPath()}.receipt-2` });
    await kept.use(async (files) => {
      await files.replace('identity.json', 'secret');
      await files.removeAll();
    });
    expect((await readdir(folder)).toSorted()).toEqual(['diary.jsonl.receipt-1', 'diary.jsonl.receipt-2']);
    expect(await readFile(`${diaryPath()}.receipt-1`, 'utf8')).toBe('one');
  });
});
