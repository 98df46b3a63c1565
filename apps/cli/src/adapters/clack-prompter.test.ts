import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StepBack, StoppedByPerson } from '../stopped-by-person.ts';
import { createClackPrompter } from './clack-prompter.ts';

function terminal(columns = 60) {
  const stdin = new PassThrough();
  const stdout = Object.assign(new PassThrough(), { columns });
  const written: string[] = [];
  stdout.on('data', (data: Buffer) => written.push(data.toString()));
  return {
    prompter: createClackPrompter({ stdin, stdout }),
    press: (keys: string) => stdin.write(keys),
    text: () => stripVTControlCharacters(written.join('')),
  };
}

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

describe('questions at a terminal', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('tells Escape, which goes back, from Ctrl-C, which stops', async () => {
    const { prompter, press } = terminal();
    const first = prompter.one('Sure?', yesNo);
    press('\u001B');
    await expect(first).rejects.toBeInstanceOf(StepBack);
    const second = prompter.one('Sure?', yesNo);
    press('\u0003');
    await expect(second).rejects.toBeInstanceOf(StoppedByPerson);
  });

  it('stands on the answer that was given before', async () => {
    const { prompter, press } = terminal();
    const one = prompter.one('Sure?', yesNo, 'no');
    press('\r');
    expect(await one).toBe('no');
    const some = prompter.some('Which?', yesNo, ['no']);
    press('\r');
    expect(await some).toEqual(['no']);
    const line = prompter.line('Age', () => undefined, '41');
    press('\r');
    expect(await line).toBe('41');
  });

  it('cuts no word of a long line, and hangs what follows under it', () => {
    const { prompter, text } = terminal(40);
    prompter.say(` - ${'word '.repeat(20).trim()}`);
    const lines = text()
      .split('\n')
      .filter((line) => line.includes('word'));
    expect(lines.every((line) => line.length <= 40 && /^│ {3}[- ]{2} ?(word ?)+$/.test(line))).toBe(true);
  });

  it.each([
    ['\r', undefined],
    ['\u001B', StepBack],
    ['\u0003', StoppedByPerson],
  ])('ends a countdown early by key: %j', async (key, error) => {
    const { prompter, press, text } = terminal();
    const counted = prompter.countDown(30, (left) => `${left} left`);
    press(key);
    if (error === undefined) await counted;
    else await expect(counted).rejects.toBeInstanceOf(error);
    expect(text()).toContain('30 left');
  });

  it('counts down by the second', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { prompter, text } = terminal();
    const counted = prompter.countDown(3, (left) => `${left} left`);
    vi.advanceTimersByTime(3000);
    await counted;
    expect(text().match(/\d left/g)).toEqual(['3 left', '2 left', '1 left', '0 left']);
  });
});
