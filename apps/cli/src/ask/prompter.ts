/**
 * How a person is asked at a terminal. Ctrl-C leaves a question (StoppedByPerson), Escape goes back from it (StepBack).
 * `before` is what was answered when the question is asked again.
 */
export type Prompter = {
  readonly say: (text: string) => void;
  readonly title: (text: string) => void;
  readonly one: <Value extends string>(
    question: string,
    choices: readonly Choice<Value>[],
    before?: string,
  ) => Promise<Value>;
  /** At least one line must be marked. */
  readonly some: <Value extends string>(
    question: string,
    choices: readonly Choice<Value>[],
    before?: readonly string[],
  ) => Promise<readonly Value[]>;
  /** A line of text; `problemOf` says what is wrong with it. */
  readonly line: (
    question: string,
    problemOf: (answer: string) => string | undefined,
    before?: string,
  ) => Promise<string>;
  /** Counts down where the person sees it; Enter ends it early. */
  readonly countDown: (seconds: number, textOf: (secondsLeft: number) => string) => Promise<void>;
};

export type Choice<Value extends string> = { readonly value: Value; readonly label: string };
