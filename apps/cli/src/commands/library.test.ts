import { articleHeads } from '@psoas/knowledge/articles';
import { exercises } from '@psoas/knowledge/exercises';
import { faq } from '@psoas/knowledge/faq';
import { sources } from '@psoas/knowledge/sources';
import { isRecord } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { createFakeWorld } from '../testing/fake-io.ts';

const run = (...words: readonly string[]) => createFakeWorld().run(...words);

async function jsonList(...words: readonly string[]): Promise<readonly unknown[]> {
  const value: unknown = JSON.parse((await run(...words, '--json')).out);
  return Array.isArray(value) ? value : [];
}

describe('the library at a terminal', () => {
  it('lists exercises by class and by what is at hand', async () => {
    expect(await jsonList('exercises')).toHaveLength(exercises.length);
    const stretches = await jsonList('exercises', '--class', 'stretch');
    expect(stretches.every((entry) => isRecord(entry) && entry['class'] === 'stretch')).toBe(true);
    const bare = (await run('exercises', '--equipment', 'none')).out;
    expect(bare).toContain('dead-bug');
    expect(bare).not.toContain('hanging-leg-raise');
    expect((await run('exercises', '--equipment', 'pull-up-bar')).out).toContain('hanging-leg-raise');
  });

  it.each([
    ['exercises', '--class', 'dance'],
    ['exercises', '--equipment', 'sofa'],
    ['claims', '--verdict', 'maybe'],
    ['exercise', 'dead-bug', '--side', 'up'],
  ])('refuses an option that is not on its list: %s %s %s', async (...words) => {
    const world = createFakeWorld();
    expect((await world.run(...words)).exitCode).toBe(2);
    expect(world.errors()).toContain('takes one of');
  });

  it.each(exercises.map(({ id }) => id))(
    'shows everything about %s, with no place left unfilled',
    async (id) => {
      for (const side of [[], ['--side', 'left'], ['--side', 'right']]) {
        const { out, exitCode } = await run('exercise', id, ...side);
        expect(exitCode).toBe(0);
        expect(out).not.toMatch(/\{\w+\}|undefined/);
        expect(out.split('\n').filter((line) => line.length > 88)).toEqual([]);
      }
    },
  );

  it.each([['exercises'], ['questions'], ['learn'], ['faq'], ['claims', '--verdict', 'corrected']])(
    'keeps every line inside a terminal of 80 columns: %s',
    async (...words) => {
      const { out } = await run(...words);
      expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    },
  );

  it('says muscles and places in words, and neighbours by name and id', async () => {
    const { out } = await run('exercise', 'dead-bug');
    expect(out).toContain('Strengthen, easy to begin with, on your back');
    expect(out).toContain('Works on: belly muscles, psoas major, iliacus');
    expect(out).toContain('Easier: Supine march (supine-march).');
  });

  it('gives the answers to fill in as JSON too', async () => {
    const { out } = await run('questions', '--template', '--json');
    expect(JSON.parse(out)).toMatchObject({ about: { ageYears: null }, safety: { yes: [], details: {} } });
  });

  it('mirrors an exercise by side', async () => {
    expect((await run('exercise', 'kneeling-hip-flexor-lunge', '--side', 'left')).out).toContain(
      'Kneel on your left knee',
    );
    expect((await run('exercise', 'kneeling-hip-flexor-lunge', '--side', 'right')).out).toContain(
      'Kneel on your right knee',
    );
  });

  it.each([
    ['exercise', 'ded-bug', 'dead-bug'],
    ['learn', 'sittin', 'sitting'],
    ['faq', 'best-stetch', 'best-stretch'],
    ['claims', 'C9', 'C0'],
    ['sources', 'S1000', 'S100'],
  ])('answers an unknown id of %s with the nearest', async (command, id, near) => {
    const world = createFakeWorld();
    expect((await world.run(command, id)).exitCode).toBe(2);
    expect(world.errors()).toContain(near);
  });

  it.each(articleHeads.map(({ id }) => id))('prints the article %s with its sources', async (id) => {
    const { out, exitCode } = await run('learn', id);
    expect(exitCode).toBe(0);
    expect(out).toContain('\nSources\n');
    const cited = [...out.matchAll(/\[([SKP][\w-]+|seed-\d+)\]/g)].map((match) => match[1]);
    expect(cited.filter((source) => !sources.some((each) => each.id === source))).toEqual([]);
  });

  it('lists and answers what people ask', async () => {
    expect(await jsonList('faq')).toHaveLength(faq.length);
    for (const { id, question } of faq) expect((await run('faq', id)).out).toContain(question);
  });

  it('gives every claim with verdict, wording, sources, place, statement and article', async () => {
    const claims = await jsonList('claims');
    expect(claims).toHaveLength(403);
    for (const claim of claims)
      expect(Object.keys(isRecord(claim) ? claim : {})).toEqual(
        expect.arrayContaining(['id', 'verdict', 'wording', 'sources', 'place', 'seed', 'statement']),
      );
    const disputed = await jsonList('claims', '--verdict', 'disputed', '--seed', 'seed-000');
    expect(disputed.length).toBeGreaterThan(0);
    expect(
      disputed.every(
        (claim) => isRecord(claim) && claim['verdict'] === 'disputed' && claim['seed'] === 'seed-000',
      ),
    ).toBe(true);
  });

  it('shows sources and how surely each was read', async () => {
    expect(await jsonList('sources')).toHaveLength(sources.length);
    expect((await run('sources', 'S34')).out).toContain('Ingram');
  });

  it('lists all safety questions with ids and details', async () => {
    const out = (await run('questions')).out.replaceAll(/\s+/g, ' ');
    for (let flag = 1; flag <= 54; flag += 1) expect(out).toContain(`RF${String(flag).padStart(2, '0')}`);
    expect(out).toContain('details: hipReplacement: approach: anterior | lateral | posterior | unknown');
    expect(out).toContain('details: kneelingHurts: true or false');
  });
});
