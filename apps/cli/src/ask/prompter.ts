/** How a person is asked at a terminal. Every question can be left with Ctrl-C: then StoppedByPerson is thrown. */
export type Prompter = {
  readonly say: (text: string) => void;
  readonly title: (text: string) => void;
  readonly one: <Value extends string>(question: string, choices: readonly Choice<Value>[]) => Promise<Value>;
  /** At least one line must be marked. */
  readonly some: <Value extends string>(
    question: string,
    choices: readonly Choice<Value>[],
  ) => Promise<readonly Value[]>;
  /** A line of text; `problemOf` says what is wrong with it. */
  readonly line: (question: string, problemOf: (answer: string) => string | undefined) => Promise<string>;
  /** Counts down where the person sees it. */
  readonly countDown: (seconds: number, textOf: (secondsLeft: number) => string) => Promise<void>;
};

export type Choice<Value extends string> = { readonly value: Value; readonly label: string };
