import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from './main.ts';
import { measurements } from './measurements.ts';

describe('npm run bench', () => {
  const [printed, complained]: [string[], string[]] = [[], []];
  beforeEach(() => {
    vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
    vi.spyOn(console, 'error').mockImplementation((text: string) => void complained.push(text));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    printed.length = 0;
    complained.length = 0;
  });

  it('lists every measurement, and says which are apart', async () => {
    expect(await main(['--list'])).toBe(0);
    expect(printed.map((line) => line.split(' ')[0])).toEqual(measurements.map(({ id }) => id));
    expect(printed.join('\n')).toMatch(/^install .*apart/m);
  });

  it.each([
    [['--only', 'relais'], "There is no measurement 'relais'"],
    [['--runs', 'many'], '--runs takes a whole number'],
    [['--check', '--write'], 'not both'],
    [['--write', '--only', 'rules'], 'without --only'],
    [['--check', '--runs', '4'], 'at least 5 runs'],
  ])('refuses %j', async (words, reason) => {
    expect(await main(words)).toBe(2);
    expect(complained.join('\n')).toContain(reason);
  });

  it('prints one table of what it was asked for', async () => {
    expect(await main(['--only', 'fold', '--runs', '1'])).toBeLessThan(2);
    expect(printed.join('\n')).toMatch(/^measurement .*\n(?:fold .*\n?)+$/);
  });
});
