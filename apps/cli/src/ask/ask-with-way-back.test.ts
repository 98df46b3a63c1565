import { describe, expect, it } from 'vitest';
import { StepBack, StoppedByPerson } from '../stopped-by-person.ts';
import { askWithWayBack } from './ask-with-way-back.ts';
import type { Prompter } from './prompter.ts';

const back = Symbol('Escape');
type Given = string | readonly string[] | typeof back;

/** A prompter that gives the answers in their order and writes down what it showed. */
function listPrompter(answers: readonly Given[]) {
  const shown: string[] = [];
  const left = [...answers];
  const next = (question: string, before: string | readonly string[] | undefined): readonly string[] => {
    shown.push(before === undefined ? question : `${question} [${[before].flat().join(',')}]`);
    const answer = left.shift();
    if (answer === back) throw new StepBack();
    if (answer === undefined) throw new StoppedByPerson();
    return [answer].flat();
  };
  const prompter: Prompter = {
    say: (text) => shown.push(text),
    title: (text) => shown.push(text),
    one: async (question, choices, before) => {
      const [wanted] = next(question, before);
      const found = choices.find(({ value }) => value === wanted);
      if (found === undefined) throw new Error(wanted);
      return found.value;
    },
    some: async (question, choices, before) => {
      const wanted = next(question, before);
      return choices.map(({ value }) => value).filter((value) => wanted.includes(value));
    },
    line: async (question, _problemOf, before) => next(question, before)[0] ?? '',
    countDown: async (seconds) => {
      shown.push(`${seconds} s`);
    },
  };
  return { prompter, shown };
}

const choices = ['a', 'b', 'c'].map((value) => ({ value, label: value }));

async function askAll(prompter: Prompter): Promise<unknown> {
  prompter.title('Title');
  const one = await prompter.one('One?', choices);
  const some = await prompter.some('Some?', choices);
  prompter.say('Ready');
  await prompter.countDown(30, String);
  const line = await prompter.line('Line?', () => undefined);
  return { one, some, line, last: await prompter.one('Last?', choices) };
}

describe('askWithWayBack', () => {
  it('asks as ever when nobody goes back', async () => {
    const { prompter, shown } = listPrompter(['a', ['b', 'c'], 'x', 'b']);
    expect(await askWithWayBack(prompter, askAll)).toEqual({
      one: 'a',
      some: ['b', 'c'],
      line: 'x',
      last: 'b',
    });
    expect(shown).toEqual(['Title', 'One?', 'Some?', 'Ready', '30 s', 'Line?', 'Last?']);
  });

  it('asks the question before again, with its answer marked, and keeps what came earlier', async () => {
    const { prompter, shown } = listPrompter(['a', ['b'], 'x', back, 'y', 'c']);
    expect(await askWithWayBack(prompter, askAll)).toEqual({ one: 'a', some: ['b'], line: 'y', last: 'c' });
    // The wait of 30 seconds is not waited again.
    expect(shown.slice(6)).toEqual(['Last?', 'Line? [x]', 'Last?']);
  });

  it('goes back over a wait, which then comes again, and as far as the first question', async () => {
    const { prompter, shown } = listPrompter(['a', ['b'], back, back, back, 'b', ['c'], 'x', 'a']);
    expect(await askWithWayBack(prompter, askAll)).toEqual({ one: 'b', some: ['c'], line: 'x', last: 'a' });
    expect(shown).toEqual(
      [
        'Title',
        'One?',
        'Some?',
        'Ready',
        '30 s',
        'Line?',
        'Some? [b]',
        'Title',
        'One? [a]',
        'Title',
        'One?',
      ].concat(['Some?', 'Ready', '30 s', 'Line?', 'Last?']),
    );
  });

  it('gives what going back from the first question means', async () => {
    const { prompter } = listPrompter([back]);
    expect(await askWithWayBack(prompter, askAll, () => 'left')).toBe('left');
  });

  it('stops where the person stops', async () => {
    const { prompter } = listPrompter(['a']);
    await expect(askWithWayBack(prompter, askAll)).rejects.toBeInstanceOf(StoppedByPerson);
  });
});
