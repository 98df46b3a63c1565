import { useRef } from 'preact/hooks';
import { chooseByDigit, type SpokenAnswer, type SpokenQuestion } from './spoken-questions.ts';

type AnswerKeys = {
  readonly questions: readonly SpokenQuestion[];
  readonly onAnswer: (answer: SpokenAnswer) => void;
  readonly onEnd: () => void;
  readonly onTell: (words: string) => void;
};

/**
 * [AC-04] Answers by digits and Enter, heard and not seen: each Enter goes on to the next question, the last one ends.
 * For the keys of one element, so that digits keep their meaning everywhere else.
 */
export function useAnswerKeys({ questions, onAnswer, onEnd, onTell }: AnswerKeys): (event: KeyboardEvent) => void {
  const place = useRef({ index: 0, typed: '' });
  return (event) => {
    const { index, typed } = place.current;
    const question = questions[index];
    if (question === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      const next = questions[index + 1];
      place.current = { index: index + 1, typed: '' };
      if (next === undefined) onEnd();
      else onTell(next.prompt);
    } else if (/^\d$/.test(event.key)) {
      const choice = chooseByDigit(question, typed, event.key);
      place.current = { index, typed: choice === undefined ? '' : String(choice.number) };
      if (choice !== undefined) onAnswer(choice.answer);
      onTell(choice === undefined ? question.prompt : choice.label);
    } else return;
    event.preventDefault();
  };
}
