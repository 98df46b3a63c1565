import { dayWords } from '@psoas/core/progress';
import { fillTemplate } from '@psoas/kernel';
import { block, element, type PaperElement } from '../element.ts';
import type { Sheet } from '../paper-html.ts';
import type { PaperLook } from '../paper-look.ts';
import { sheetFrame } from '../sheet-frame.ts';
import { exerciseCard } from './exercise-card.ts';
import type { HandoutLanguage } from './handout-words.ts';
import { pageRoom } from './page-room.ts';
import type { Handout } from './plan-handout.ts';
import { stepsLength } from './shorten-steps.ts';
import { weekTable } from './week-table.ts';

/** How a handout is laid out, and a name that the person gave for this page; empty for a line to write it on. */
export type HandoutLook = PaperLook & { readonly name: string };

/** [PA-02] The programme as a page: safety first, the week with boxes to tick, then each exercise once. */
export function handoutSheet(handout: Handout, language: HandoutLanguage, { name, ...look }: HandoutLook): Sheet {
  const words = language.handout;
  const { exercises, heeded, madeOn, checkOn } = handout;
  const heeds = heeded.flatMap((id) => language.heed(id) ?? []);
  const { firstColumn, stepCharacters } = pageRoom(handout, look, heeds);
  const cards = exercises.map((exercise) => exerciseCard(exercise, language, stepCharacters));
  const columns = firstColumn === undefined ? [cards] : [cards.slice(0, firstColumn), cards.slice(firstColumn)];
  const days = { day: dayWords(madeOn, language.months), check: dayWords(checkOn, language.months) };
  return {
    title: `${words.title}, ${days.day}`,
    body: sheetFrame({
      kind: 'handout',
      title: words.title,
      about: [fillTemplate(words.made, days)],
      aside: block('p', 'paper-name', [`${words.name}: `, name === '' ? block('span', 'paper-blank', []) : element('strong', {}, [name])]),
      content: [
        safetyBox(heeds, language),
        weekTable(handout, language),
        block('section', `paper-exercises ${columns.length > 1 ? 'paper-narrow' : 'paper-wide'}`, [
          block('h2', 'paper-hidden', [words.exercises]),
          block('div', 'paper-cards', columns.map((column) => block('div', 'paper-column', column))),
        ]),
      ],
      foot: [...(isShortened(handout, stepCharacters) ? [words.shortened] : []), words.foot, words.program],
    }),
  };
}

function isShortened({ exercises }: Handout, stepCharacters: number): boolean {
  return exercises.some(({ exercise }) => stepsLength(exercise) > stepCharacters);
}

function safetyBox(own: readonly string[], { handout: { safety }, emergencyNumber }: HandoutLanguage): PaperElement {
  return block('section', 'paper-safety', [
    element('h2', {}, [safety.title]),
    ' ',
    element('p', {}, [safety.signs]),
    element('p', {}, [block('strong', 'paper-call', [fillTemplate(safety.emergency, { number: emergencyNumber })])]),
    element('p', {}, [safety.limits]),
    ...(own.length === 0 ? [] : [element('h3', {}, [safety.own]), element('ul', {}, own.map((line) => element('li', {}, [line])))]),
  ]);
}
