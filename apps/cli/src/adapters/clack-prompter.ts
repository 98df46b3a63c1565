import { setTimeout as wait } from 'node:timers/promises';
import {
  type CANCEL_SYMBOL,
  isCancel,
  log,
  multiselect,
  select,
  spinner,
  text as askText,
  intro,
} from '@clack/prompts';
import type { Choice, Prompter } from '../ask/prompter.ts';
import { StoppedByPerson } from '../stopped-by-person.ts';

/** Asks at the terminal, by keyboard alone. */
export function createClackPrompter(): Prompter {
  return {
    say: (text) => {
      log.message(text);
    },
    title: (text) => {
      intro(text);
    },
    one: async (question, choices) =>
      pick(choices, given(await select<string>({ message: question, options: optionsOf(choices) }))),
    some: async (question, choices) => {
      const marked = given(
        await multiselect<string>({ message: question, options: optionsOf(choices), required: true }),
      );
      return choices.map(({ value }) => value).filter((value) => marked.includes(value));
    },
    line: async (question, problemOf) =>
      given(await askText({ message: question, validate: (answer) => problemOf(answer ?? '') })),
    countDown: async (seconds, textOf) => {
      const turning = spinner();
      turning.start(textOf(seconds));
      for (let left = seconds - 1; left >= 0; left -= 1) {
        await wait(1000);
        turning.message(textOf(left));
      }
      turning.stop(textOf(0));
    },
  };
}

function optionsOf(choices: readonly Choice<string>[]): { value: string; label: string }[] {
  return choices.map(({ value, label }) => ({ value, label }));
}

function given<Value>(answer: Value | typeof CANCEL_SYMBOL): Value {
  if (isCancel(answer)) throw new StoppedByPerson();
  return answer;
}

function pick<Value extends string>(choices: readonly Choice<Value>[], answer: string): Value {
  const choice = choices.find(({ value }) => value === answer);
  if (choice === undefined) throw new StoppedByPerson();
  return choice.value;
}
