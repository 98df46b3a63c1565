import { fillTemplate } from '@psoas/kernel';
import { setForms, type SetForm } from '@psoas/core/diary';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/player';

/** What was said of an exercise so far; what is not there was not answered. */
export type SpokenAnswer = {
  readonly pain?: number;
  readonly repsInReserve?: number;
  readonly form?: SetForm;
  readonly felt?: Exercise['feel']['answers'][number];
};

/** One question as the voice asks it, and what each number means. */
export type SpokenQuestion = { readonly prompt: string; readonly choices: readonly SpokenChoice[] };
/** `label` is what the voice says back. */
export type SpokenChoice = { readonly number: number; readonly label: string; readonly answer: SpokenAnswer };

const painLevels = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const reserves = [0, 1, 2, 3, 4];

/** [AC-04] The questions after an exercise, one after the other: pain first, because the time to begin is short. */
export function spokenQuestions({ feel }: Exercise, countsReps: boolean): readonly SpokenQuestion[] {
  const pain: SpokenQuestion = {
    prompt: text.spoken.ask,
    choices: painLevels.map((level) => ({ number: level, label: String(level), answer: { pain: level } })),
  };
  const reserve: SpokenQuestion = {
    prompt: `${text.ask.reserve} ${text.spoken.keys.number}`,
    choices: reserves.map((number) => ({
      number,
      label: number === reserves.at(-1) ? text.ask.reserveMost : String(number),
      answer: { repsInReserve: number },
    })),
  };
  const form = listed(
    text.ask.form,
    setForms.map((kept) => ({ label: kept === 'kept' ? text.ask.formKept : text.ask.formLost, answer: { form: kept } })),
  );
  const felt = listed(
    text.ask.felt,
    feel.answers.map((answer) => ({ label: text.feltPlaces[answer.where], answer: { felt: answer } })),
  );
  return [pain, ...(countsReps ? [reserve, form] : []), felt];
}

// Numbered from 1, each number said with what it means.
function listed(question: string, answers: readonly Omit<SpokenChoice, 'number'>[]): SpokenQuestion {
  const choices = answers.map((choice, index) => ({ ...choice, number: index + 1 }));
  const said = choices.map(({ number, label }) => fillTemplate(text.spoken.keys.choice, { number, answer: label }));
  return { prompt: [question, ...said, text.spoken.keys.number].join(' '), choices };
}

/** What a digit makes of the number that was typed: the longer number where there is one, else a new beginning. */
export function chooseByDigit({ choices }: SpokenQuestion, typed: string, digit: string): SpokenChoice | undefined {
  const choiceOf = (number: string): SpokenChoice | undefined => choices.find((choice) => String(choice.number) === number);
  return (typed === '' ? undefined : choiceOf(typed + digit)) ?? choiceOf(digit);
}
