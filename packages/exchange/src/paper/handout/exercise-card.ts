import { fillTemplate, sidePlaces, type Side } from '@psoas/kernel';
import type { PlanItem } from '@psoas/core/programme';
import { block, element, type PaperElement } from '../element.ts';
import { pictureElement, picturesOf } from '../figure-pictures.ts';
import type { HandoutLanguage } from './handout-words.ts';
import type { HandoutExercise } from './plan-handout.ts';
import { shortenSteps } from './shorten-steps.ts';
import { amountText } from './week-table.ts';

/** [PA-02] One exercise: how much, how it looks, the way through it, how it should feel, when to stop. */
export function exerciseCard(entry: HandoutExercise, language: HandoutLanguage, stepCharacters: number): PaperElement {
  const { exercise, number, amounts } = entry;
  const words = language.handout.exercise;
  const side = shownSide(entry);
  const fill = (text: string): string => fillTemplate(text, sidePlaces(side, language.sides));
  const forms = exercise.variants.filter(({ id }) => amounts.some(({ item }) => item.variant === id));
  const steps = [...shortenSteps(exercise, stepCharacters).map(fill), ...forms.map(({ name, text }) => fillTemplate(words.form, { name, text: fill(text) }))];
  return block('section', 'paper-card', [
    block('div', 'paper-card-head', [
      element('h3', {}, [block('span', 'paper-number', [String(number)]), exercise.name]),
      ...doseLines(entry, language).map((line) => block('p', 'paper-dose', [line])),
    ]),
    ...pictures(entry, side, language),
    element('ol', { class: 'paper-steps' }, steps.map((step) => element('li', {}, [step]))),
    block('div', 'paper-signs', [
      element('p', {}, [element('strong', {}, [words.feel]), ' ', exercise.feel.right]),
      element('p', { class: 'paper-stop' }, [element('strong', {}, [words.stop]), ' ', exercise.instructions.filter(({ kind }) => kind === 'safety').map(({ text }) => fill(text)).join(' ')]),
    ]),
  ]);
}

/** The side of the pictures and of the words: the right one, unless only the left works. */
function shownSide({ sides }: HandoutExercise): Side {
  return sides.length === 1 && sides[0] === 'left' ? 'left' : 'right';
}

function doseLines({ exercise, amounts, inBreaks }: HandoutExercise, { handout: { exercise: words, join }, programme }: HandoutLanguage): readonly string[] {
  const isBilateral = exercise.side.model === 'bilateral';
  const sided = (item: PlanItem): string => {
    const dose = amountText(item, { programme });
    return fillTemplate(item.side === 'both' ? (isBilateral ? programme.dose.plain : programme.dose.each) : programme.dose[item.side], { dose });
  };
  const lines = amounts.map(({ item, kinds }) => {
    const { tempo, restSeconds, loadKilograms, sets } = item;
    const more = [
      ...(loadKilograms === undefined ? [] : [fillTemplate(words.load, { kilograms: loadKilograms })]),
      ...(tempo === undefined ? [] : [fillTemplate(words.tempo, { up: tempo.upSeconds, pause: tempo.pauseSeconds, down: tempo.downSeconds })]),
      ...(sets > 1 && restSeconds > 0 ? [fillTemplate(words.rest, { seconds: restSeconds })] : []),
    ];
    const dose = [sided(item), ...more].join(join);
    return new Set(amounts.map((each) => each.kinds.join())).size <= 1 ? dose : fillTemplate(words.on, { kinds: kinds.map((kind) => programme.kinds[kind]).join(join), dose });
  });
  if (inBreaks === undefined) return lines;
  return [...lines, fillTemplate(words.inBreaks, { seconds: inBreaks.holdSeconds, times: inBreaks.timesPerWeek })];
}

function pictures({ exercise, movement, sides, amounts }: HandoutExercise, side: Side, { handout: { exercise: words } }: HandoutLanguage): readonly PaperElement[] {
  if (movement === undefined) return [];
  const { primary, secondary } = exercise.targets;
  const drawn = picturesOf(movement, { side, variant: amounts[0]?.item.variant, muscles: [...primary, ...secondary] });
  const isFlat = drawn.some(({ drawing: { viewBox } }) => viewBox.width > 1.7 * viewBox.height);
  const shown = exercise.side.model === 'bilateral' ? words.shown.bilateral : sides.length > 1 || sides[0] === 'both' ? words.shown.changing : words.shown[side];
  return [
    block('figure', isFlat ? 'paper-figure paper-flat' : 'paper-figure', [
      ...drawn.map((picture) => {
        const place = drawn.length === 1 ? words.position : words[picture.at];
        return block('div', 'paper-picture', [pictureElement(picture, fillTemplate(words.picture, { exercise: exercise.name, place })), block('span', 'paper-place', [place])]);
      }),
      element('figcaption', {}, [shown]),
    ]),
  ];
}
