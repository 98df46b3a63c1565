import type { Readable, Writable } from 'node:stream';
import {
  type CANCEL_SYMBOL,
  isCancel,
  log,
  multiselect,
  select,
  text as askText,
  intro,
} from '@clack/prompts';
import type { Choice, Prompter } from '../ask/prompter.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { StepBack, StoppedByPerson } from '../stopped-by-person.ts';
import { countDown } from './count-down.ts';

/** Where questions are shown and answered: this process, unless a test says otherwise. */
export type PromptStreams = {
  readonly stdin: Readable & { setRawMode?: (isRaw: boolean) => unknown };
  readonly stdout: Writable & { readonly columns?: number };
};

/** The bar and the two spaces that stand before each line. */
const marginColumns = 4;
const listMark = ' - ';

/** Asks at the terminal, by keyboard alone. */
export function createClackPrompter({ stdin, stdout }: PromptStreams = process): Prompter {
  const streams = { input: stdin, output: stdout };
  const width = (): number => textWidth({ columns: stdout.columns ?? 80 }) - marginColumns;
  return {
    say: (text) => {
      const lines = text.split('\n').flatMap((line) => wrapped(line, width()));
      log.message(lines.join('\n'), { output: stdout });
    },
    title: (text) => {
      intro(text, { output: stdout });
    },
    one: async (question, choices, before) =>
      pick(
        choices,
        await answered(stdin, () =>
          select<string>({
            ...streams,
            message: question,
            options: optionsOf(choices),
            ...(before !== undefined && { initialValue: before }),
          }),
        ),
      ),
    some: async (question, choices, before = []) => {
      const marked = await answered(stdin, () =>
        multiselect<string>({
          ...streams,
          message: question,
          options: optionsOf(choices),
          required: true,
          initialValues: [...before],
        }),
      );
      return choices.map(({ value }) => value).filter((value) => marked.includes(value));
    },
    line: (question, problemOf, before = '') =>
      answered(stdin, () =>
        askText({
          ...streams,
          message: question,
          validate: (answer) => problemOf(answer ?? ''),
          initialValue: before,
        }),
      ),
    countDown: (seconds, textOf) => countDown(seconds, textOf, { stdin, stdout }),
  };
}

function wrapped(line: string, width: number): readonly string[] {
  return line.startsWith(listMark)
    ? wrap(line.slice(listMark.length), width, '   ', listMark)
    : wrap(line, width);
}

function optionsOf(choices: readonly Choice<string>[]): { value: string; label: string }[] {
  return choices.map(({ value, label }) => ({ value, label }));
}

// Escape and Ctrl-C both cancel a prompt; the last key tells which of them it was.
async function answered<Value>(
  stdin: Readable,
  prompt: () => Promise<Value | typeof CANCEL_SYMBOL>,
): Promise<Value> {
  let wasEscape = false;
  const note = (_: unknown, key?: { readonly name?: string }): void => {
    wasEscape = key?.name === 'escape';
  };
  stdin.on('keypress', note);
  try {
    const answer = await prompt();
    if (!isCancel(answer)) return answer;
    throw wasEscape ? new StepBack() : new StoppedByPerson();
  } finally {
    stdin.off('keypress', note);
  }
}

function pick<Value extends string>(choices: readonly Choice<Value>[], answer: string): Value {
  const choice = choices.find(({ value }) => value === answer);
  if (choice === undefined) throw new StoppedByPerson();
  return choice.value;
}
