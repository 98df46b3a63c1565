import { addDays, fillTemplate, weekdayOf } from '@psoas/kernel';
import type { PlanItem } from '@psoas/core/programme';
import { dayInYearWords } from '@psoas/core/progress';
import { block, element, type PaperElement } from '../element.ts';
import type { HandoutLanguage } from './handout-words.ts';
import type { Handout, HandoutRow } from './plan-handout.ts';

/** [PA-06] The week by day, and below it a box for every day with a session of the coming weeks. */
export function weekTable({ rows, minutes, weeks }: Handout, language: HandoutLanguage): PaperElement {
  const { week, weekdaysShort } = language.handout;
  const [start] = weeks;
  if (start === undefined) throw new Error('a handout has at least one week');
  const names = minutes.map((_, day) => weekdaysShort[weekdayOf(addDays(start, day)) - 1] ?? '');
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return block('section', 'paper-week', [
    block('h2', 'paper-hidden', [week.title]),
    element('table', { 'aria-label': week.title }, [
      element('thead', {}, [row(headCell(week.title, 'col'), names.map((name) => headCell(name, 'col')))]),
      block('tbody', 'paper-rows', rows.map((each) => exerciseRow(each, language, kinds.length > 1))),
      block('tbody', 'paper-minutes', [row(headCell(week.minutes, 'row'), minutes.map((count) => cell(count === 0 ? week.rest : String(count))))]),
      block(
        'tbody',
        'paper-ticks',
        weeks.map((from) => row(headCell(fillTemplate(week.from, { day: dayInYearWords(from, language.monthsShort) }), 'row'), minutes.map((count) => (count === 0 ? cell('') : box(week.box))))),
      ),
    ]),
  ]);
}

function exerciseRow({ kind, number, exercise, side, days }: HandoutRow, language: HandoutLanguage, namesKind: boolean): PaperElement {
  const name = side === 'both' ? exercise.name : `${exercise.name}, ${language.sides[side]}`;
  const when = namesKind ? [' ', block('span', 'paper-when', [language.programme.kinds[kind].toLowerCase()])] : [];
  return row(
    element('th', { scope: 'row' }, [block('span', 'paper-number', [String(number)]), name, ...when]),
    days.map((item) => cell(item === undefined ? '' : amountText(item, language))),
  );
}

/** Such as "2 × 45 s". */
export function amountText({ sets, reps, holdSeconds }: Pick<PlanItem, 'sets' | 'reps' | 'holdSeconds'>, { programme: { dose } }: Pick<HandoutLanguage, 'programme'>): string {
  return reps === undefined ? fillTemplate(dose.hold, { sets, seconds: holdSeconds ?? 0 }) : fillTemplate(dose.reps, { sets, reps });
}

function row(head: PaperElement, cells: readonly PaperElement[]): PaperElement {
  return element('tr', {}, [head, ...cells]);
}

function headCell(text: string, scope: 'col' | 'row'): PaperElement {
  return element('th', { scope }, [text]);
}

function cell(text: string): PaperElement {
  return element('td', {}, text === '' ? [] : [text]);
}

function box(label: string): PaperElement {
  return element('td', {}, [element('span', { class: 'paper-box', role: 'img', 'aria-label': label })]);
}
