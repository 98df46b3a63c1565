import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as streamText } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startRelay, type TestRelay } from './testing/start-relay.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const person = fileURLToPath(new URL('../../../packages/core/people/desk-worker.yaml', import.meta.url));
let relay: TestRelay;
let folder: string;

beforeAll(async () => {
  relay = await startRelay();
  folder = mkdtempSync(join(tmpdir(), 'psoas-machines-'));
});
afterAll(async () => {
  await relay.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Ran = { readonly code: unknown; readonly out: string; readonly errors: string };

/** A machine with a home of its own: psoas runs there as a process, as a person runs it. */
function machine(name: string) {
  const home = join(folder, name);
  mkdirSync(home);
  const run = async (words: readonly string[], typed = ''): Promise<Ran> => {
    const child = spawn(process.execPath, [main, ...words], {
      env: { PATH: process.env['PATH'], XDG_DATA_HOME: home, HOME: home },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.end(typed);
    const [out, errors, [code]] = await Promise.all([streamText(child.stdout), streamText(child.stderr), once(child, 'exit')]);
    return { code, out, errors };
  };
  /** What it printed; anything but success is a fault of the test. */
  const psoas = async (...words: readonly string[]): Promise<string> => {
    const ran = await run(words);
    expect({ words, code: ran.code, errors: ran.errors }).toMatchObject({ code: 0 });
    return ran.out;
  };
  return { run, psoas, diary: () => readFileSync(join(home, 'psoas', 'diary.jsonl'), 'utf8') };
}

it('[L-13] [L-15] two machines and a physiotherapist share one relay that can read nothing', async () => {
  const [phone, laptop, anna] = [machine('phone'), machine('laptop'), machine('anna')];
  await phone.psoas('check', '--answers', person, '--diary', join(folder, 'phone', 'psoas', 'diary.jsonl'));
  await phone.psoas('sync', 'start', '--relay', relay.address);
  const { words }: { words: readonly string[] } = JSON.parse(await phone.psoas('sync', 'words', '--show', '--json'));
  expect(await laptop.run(['sync', 'join', '--relay', relay.address], words.join(' '))).toMatchObject({ code: 0 });
  expect(laptop.diary()).toBe(phone.diary());

  // Each goes its own way for a while, then they meet.
  await phone.psoas('measure', 'seated-raises', '--side', 'left', '--reps', '12');
  await phone.psoas('today', '--travelling', 'on');
  await laptop.psoas('measure', 'seated-raises', '--side', 'right', '--reps', '14');
  for (const { psoas } of [phone, laptop, phone]) await psoas('sync');
  expect(laptop.diary()).toBe(phone.diary());
  const today = await phone.psoas('today', '--json');
  expect(await laptop.psoas('today', '--json')).toBe(today);

  const made = await phone.psoas('share', 'make', '--with', 'Anna Musterfrau', '--parts', 'programme,findings,sessions', '--call-me', 'Kim', '--json');
  const { link }: { link: string } = JSON.parse(made);
  expect(await anna.run(['clients', 'add'], link)).toMatchObject({ code: 0 });
  expect(JSON.parse(await anna.psoas('clients', '--json'))).toMatchObject([{ label: 'Kim', status: 'due' }]);
  const [item] = todayItems(today).filter(({ reps }) => reps !== undefined);
  const reps = (item?.reps ?? 0) - 1;
  await anna.psoas('clients', 'propose', 'Kim', '--exercise', item?.exercise ?? '', '--reps', String(reps), '--from', 'Anna', '--text', 'Slowly, Gluteus-Grüße.');
  const replies: readonly { open: readonly { id: string }[] }[] = JSON.parse(await phone.psoas('share', 'replies', '--json'));
  await phone.psoas('share', 'answer', replies[0]?.open[0]?.id ?? '', 'accept');
  expect(todayItems(await phone.psoas('today', '--json'))).toContainEqual({ exercise: item?.exercise, reps });
  for (const { psoas } of [phone, laptop]) await psoas('sync');
  expect(await laptop.psoas('today', '--json')).toBe(await phone.psoas('today', '--json'));
  await phone.psoas('share', 'end', 'Anna Musterfrau');
  expect(JSON.parse(await anna.psoas('clients', '--json'))).toMatchObject([{ status: 'ended' }]);

  const stored = readdirSync(relay.folder).map((name) => readFileSync(join(relay.folder, name)));
  expect(stored.reduce((sum, bytes) => sum + bytes.length, 0)).toBeGreaterThan(20_000);
  const told = ['Musterfrau', 'Kim', 'Gluteus', 'seated-raises', 'standing-march', 'halfKneeling', '"kind"', 'shared-part'];
  const secret = [...told, ...words.filter((word) => word.length > 6)];
  expect(secret.filter((each) => stored.some((bytes) => bytes.includes(each)))).toEqual([]);
}, 400_000);

function todayItems(json: string): readonly { readonly exercise: string; readonly reps: number | undefined }[] {
  const { sessions }: { sessions: readonly { items: readonly { exercise: string; reps?: number }[] }[] } = JSON.parse(json);
  return sessions.flatMap(({ items }) => items.map(({ exercise, reps }) => ({ exercise, reps })));
}
