import { StepBack } from '../stopped-by-person.ts';
import type { Prompter } from './prompter.ts';

/** What was done at one place of the asking. */
type Step =
  | { readonly kind: 'one' | 'line'; readonly answer: string }
  | { readonly kind: 'some'; readonly answer: readonly string[] }
  | { readonly kind: 'wait' };

/**
 * Asks, with a way back from each question to the one before, whose answer stands marked there. `ask` must do nothing
 * but ask: it runs again from its beginning, and silently takes the answers that stay. Going back from the first
 * question gives `atStart`, or asks it again.
 */
export async function askWithWayBack<Value>(
  prompter: Prompter,
  ask: (prompter: Prompter) => Promise<Value>,
  atStart?: () => Value,
): Promise<Value> {
  let kept: readonly Step[] = [];
  let undone: Step | undefined;
  for (;;) {
    const steps: Step[] = [];
    try {
      return await ask(replay(prompter, { kept, undone, steps }));
    } catch (error) {
      if (!(error instanceof StepBack)) throw error;
      const last = steps.findLastIndex(({ kind }) => kind !== 'wait');
      if (last < 0 && atStart !== undefined) return atStart();
      undone = steps[last];
      kept = steps.slice(0, Math.max(0, last));
    }
  }
}

type Replayed = {
  readonly kept: readonly Step[];
  readonly undone: Step | undefined;
  /** Filled while it goes. */
  readonly steps: Step[];
};

function replay(prompter: Prompter, { kept, undone, steps }: Replayed): Prompter {
  const known = (): Step | undefined => kept[steps.length];
  const isLive = (): boolean => steps.length >= kept.length;
  // The question that was gone back to is the first one that is really asked.
  const before = (): Step | undefined => (steps.length === kept.length ? undone : undefined);
  return {
    say: (text) => {
      if (isLive()) prompter.say(text);
    },
    title: (text) => {
      if (isLive()) prompter.title(text);
    },
    one: async (question, choices) => {
      const step = known();
      const earlier = before();
      const again = choices.find(({ value }) => step?.kind === 'one' && value === step.answer)?.value;
      const answer =
        again ??
        (await prompter.one(question, choices, earlier?.kind === 'one' ? earlier.answer : undefined));
      steps.push({ kind: 'one', answer });
      return answer;
    },
    some: async (question, choices) => {
      const step = known();
      const earlier = before();
      const marked = step?.kind === 'some' ? step.answer : undefined;
      const answer =
        marked === undefined
          ? await prompter.some(question, choices, earlier?.kind === 'some' ? earlier.answer : undefined)
          : choices.map(({ value }) => value).filter((value) => marked.includes(value));
      steps.push({ kind: 'some', answer });
      return answer;
    },
    line: async (question, problemOf) => {
      const step = known();
      const earlier = before();
      const answer =
        step?.kind === 'line'
          ? step.answer
          : await prompter.line(question, problemOf, earlier?.kind === 'line' ? earlier.answer : undefined);
      steps.push({ kind: 'line', answer });
      return answer;
    },
    countDown: async (seconds, textOf) => {
      if (isLive()) await prompter.countDown(seconds, textOf);
      steps.push({ kind: 'wait' });
    },
  };
}
