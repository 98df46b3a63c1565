import { join } from 'node:path';
import { addDays, parseLocalDate, type LocalDate } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createFakeWorld, memoryDiary, readPerson } from '../testing/fake-io.ts';

const golden = (name: string): string => join(import.meta.dirname, '../../golden', name);
const started = dayOf('2026-03-02');
const lunge = { exercise: 'kneeling-hip-flexor-lunge', class: 'stretch', side: 'both', sets: 2, holdSeconds: 45, restSeconds: 10, because: ['P-02'] };
const march = { exercise: 'standing-march', class: 'strengthen', side: 'both', sets: 2, reps: 10, tempo: { upSeconds: 2, pauseSeconds: 1, downSeconds: 2 }, restSeconds: 30, because: ['P-02'] };

/** Six weeks: a session every second day with pain that eases, a break a week, the thigh measured twice, two checks. */
async function sixWeeks(person = 'desk-worker'): Promise<ReturnType<typeof createFakeWorld>> {
  const answers: unknown = parse(await readPerson(person));
  const diary = memoryDiary([
    event('check-completed', { answers }, { on: 0, id: 'check-1' }),
    event('programme-started', { check: 'check-1' }, { on: 0, id: 'start' }),
    ...Array.from({ length: 21 }, (_, index) => sessionOn(index * 2, index < 7 ? 4 : 1)).flat(),
    ...[5, 12, 19, 26].map((on) => event('break-taken', { occasion: 'desk', exercise: 'standing-hip-flexor-stretch', left: 30, right: 20 }, { on, id: `break-${on}` })),
    ...[0, 40].flatMap((on) => (['left', 'right'] as const).map((side) => thomas(on, side, on === 0 ? 9 : side === 'left' ? 1 : 7))),
    event('check-completed', { answers }, { on: 41, id: 'check-2' }),
    event('note', { text: 'Only for me.' }, { on: 41, id: 'note' }),
  ]);
  const world = createFakeWorld({ diary });
  for (let day = 0; day < 42; day += 1) world.nextDay();
  return world;
}

function sessionOn(on: number, pain: number): readonly unknown[] {
  const run = `run-${on}`;
  const set = (item: number, side: string, number: number) => {
    const work = item === 0 ? { seconds: 45, pain } : { seconds: 50, reps: 10, pain: 0, repsInReserve: 3 };
    return event('set-logged', { run, item, exercise: item === 0 ? lunge.exercise : march.exercise, side, set: number, ...work }, { on, id: `${run}-${item}-${side}-${number}` });
  };
  return [
    event('session-started', { run, session: 'day-1-home', items: [lunge, march], options: { firstSide: 'left', order: 'alternate' } }, { on, id: `${run}-start` }),
    ...[0, 1].flatMap((item) => [1, 2].flatMap((number) => [set(item, 'left', number), set(item, 'right', number)])),
    event('session-finished', { run, outcome: 'completed' }, { on, id: `${run}-end` }),
    event('next-day-answer', { run, comparedWithBefore: 'same', painNow: 1 }, { on: on + 1, id: `${run}-next` }),
  ];
}

function thomas(on: number, side: 'left' | 'right', value: number): unknown {
  return event('measurement', { test: 'thomas', side, method: 'tape', measuredBy: 'me', trials: [value], value, pelvisHeld: true }, { on, id: `thomas-${on}-${side}` });
}

function event(kind: string, data: unknown, { on, id }: { readonly on: number; readonly id: string }): unknown {
  return { id, kind, version: 1, atMillis: 1_772_409_600_000 + on * 86_400_000, day: addDays(started, on), data };
}

function dayOf(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new Error(text);
  return day.value;
}

describe('psoas report', () => {
  it('[PR-12] prints the page that a clinician reads', async () => {
    const { out, exitCode } = await (await sixWeeks()).run('report');
    expect(exitCode).toBe(0);
    await expect(out).toMatchFileSnapshot(golden('report-six-weeks.txt'));
  });

  it('[PR-12] names flags in words, and leaves notes out', async () => {
    const { out } = await (await sixWeeks('hypermobile-dancer')).run('report');
    expect(out).toContain('Result of the screening: start with changes.');
    expect(out).not.toContain('Only for me');
  });

  it('[PR-12] says a sign that came up since the check, before everything else', async () => {
    const world = await sixWeeks();
    await world.diary.append([event('safety-answered', { newSigns: ['RF22'], painNow: 1 }, { on: 42, id: 'sign' })] as never);
    const { out } = await world.run('report');
    expect(out).toContain('Result of the screening: see a clinician first.');
    expect(out.indexOf('Screening')).toBeLessThan(out.indexOf('In short'));
  });

  it('[PA-08] fills every place in the words of its charts on paper', async () => {
    const { bytes } = await (await sixWeeks()).run('handout', '--report', '--html');
    const body = /<body>.*<\/body>/s.exec(new TextDecoder().decode(bytes[0]))?.[0] ?? '';
    expect(body).toContain('>2 Mar</text>');
    expect(body).not.toMatch(/\{\w+\}/);
  });

  it('[PR-12] gives the same as data, and asks for a check first', async () => {
    const { out } = await (await sixWeeks()).run('report', '--json');
    expect(JSON.parse(out)).toMatchObject({ on: '2026-04-13', from: '2026-03-02', checkCount: 2, done: { sessions: 21, breaks: 4, left: { stretchSeconds: 2010 }, right: { stretchSeconds: 1970 } } });
    const world = createFakeWorld();
    expect((await world.run('report')).exitCode).toBe(2);
    expect(world.errors()).toContain('Run psoas check');
  });
});
