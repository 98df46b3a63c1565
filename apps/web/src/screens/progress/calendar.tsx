import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { addDays, fillTemplate, weekdayOf, type LocalDate } from '@psoas/kernel';
import type { DiaryState } from '@psoas/core/diary';
import { addMonths, calendarMarks, calendarOf, dayWords, minuteWords, monthStartOf, type CalendarDay, type Progress } from '@psoas/core/progress';
import text from '@psoas/knowledge/text/progress';
import { longDay, monthName } from './time-words.ts';
import './calendar.css';
import { countText } from '../../widgets/count-text.ts';

type CalendarProps = { readonly state: DiaryState; readonly progress: Progress; readonly today: LocalDate; readonly firstWeekday: number };

/** Months after the present one that can be looked at. */
const monthsAhead = 1;
const stepByKey: { readonly [key: string]: number } = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month of sessions, breaks, rest and what is planned. Arrows move from day to day, over the ends of months too. */
export function Calendar({ state, progress, today, firstWeekday }: CalendarProps): JSX.Element {
  const [day, setDay] = useState(today);
  const grid = useRef<HTMLTableElement>(null);
  const followsFocus = useRef(false);
  const month = monthStartOf(day);
  const [earliest, latest] = [monthStartOf(progress.first ?? today), addDays(addMonths(monthStartOf(today), monthsAhead + 1), -1)];
  const weeks = calendarOf(state, month, { today, plan: progress.plan, firstWeekday });
  const chosen = weeks.flat().find((each) => each?.day === day);
  const go = (to: LocalDate, takesFocus = false): void => {
    const kept = to < earliest ? earliest : to > latest ? latest : to;
    followsFocus.current = takesFocus;
    setDay(kept);
  };
  // Another month is drawn before its day can have the focus.
  useLayoutEffect(() => {
    if (followsFocus.current) grid.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    followsFocus.current = false;
  }, [day]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepByKey[event.key];
    const to = step !== undefined ? addDays(day, step) : event.key === 'PageUp' ? addMonths(month, -1) : event.key === 'PageDown' ? addMonths(month, 1) : undefined;
    if (to === undefined) return;
    event.preventDefault();
    go(to, true);
  };
  return (
    <section class="card stack">
      <div class="calendar-head">
        <h2 aria-live="polite">
          <span class="visually-hidden">{text.calendar.title}: </span>
          {monthName(month)}
        </h2>
        <button type="button" class="calendar-step" disabled={month <= earliest} onClick={() => go(addMonths(month, -1))} aria-label={text.calendar.before}>
          ‹
        </button>
        <button type="button" class="calendar-step" disabled={addMonths(month, 1) > latest} onClick={() => go(addMonths(month, 1))} aria-label={text.calendar.after}>
          ›
        </button>
      </div>
      <table ref={grid} class="calendar">
        <caption class="visually-hidden">{`${monthName(month)}. ${text.calendar.hint}`}</caption>
        <WeekdayHead firstWeekday={firstWeekday} />
        <tbody>
          {weeks.map((week, row) => (
            <tr key={row}>
              {week.map((each, column) => (
                <td key={column}>{each === undefined ? '' : <DayButton each={each} isChosen={each.day === day} today={today} onKeyDown={onKeyDown} onChoose={() => go(each.day)} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {chosen !== undefined && (
        <p class="calendar-said" aria-live="polite">
          <span class="strong">{dayName(chosen.day, today)}</span> {dayText(chosen, today)}
        </p>
      )}
      <MarkKey />
      {progress.adherence !== undefined && (
        <p class="small soft">{fillTemplate(text.calendar.adherence, { from: dayWords(progress.adherence.from, text.months), done: progress.adherence.doneDays, planned: progress.adherence.plannedDays })}</p>
      )}
      <p class="small soft">{text.calendar.rest}</p>
    </section>
  );
}

function WeekdayHead({ firstWeekday }: { readonly firstWeekday: number }): JSX.Element {
  return (
    <thead>
      <tr>
        {Array.from({ length: 7 }, (_, index) => (firstWeekday - 1 + index) % 7).map((weekday) => (
          <th key={weekday} scope="col">
            <abbr title={text.weekdays[weekday] ?? ''}>{text.weekdaysShort[weekday]}</abbr>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function MarkKey(): JSX.Element {
  return (
    <ul class="calendar-key small soft">
      {calendarMarks
        .filter((mark) => mark !== 'none')
        .map((mark) => (
          <li key={mark} data-mark={mark}>
            <span class="calendar-day" aria-hidden="true" />
            {text.calendar.marks[mark]}
          </li>
        ))}
    </ul>
  );
}

type DayButtonProps = {
  readonly each: CalendarDay;
  readonly isChosen: boolean;
  readonly today: LocalDate;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onChoose: () => void;
};

function DayButton({ each, isChosen, today, onKeyDown, onChoose }: DayButtonProps): JSX.Element {
  return (
    <button type="button" class="calendar-button" aria-label={`${dayName(each.day, today)}: ${dayText(each, today)}`} aria-pressed={isChosen} tabIndex={isChosen ? 0 : -1} data-mark={each.mark} aria-current={each.day === today ? 'date' : undefined} onKeyDown={onKeyDown} onClick={onChoose}>
      <span class="calendar-day">{Number(each.day.slice(8))}</span>
    </button>
  );
}

function dayName(day: LocalDate, today: LocalDate): string {
  const name = `${text.weekdays[weekdayOf(day) - 1] ?? ''} ${longDay(day)}`;
  return day === today ? `${name}, ${text.calendar.today}` : name;
}

function dayText(each: CalendarDay, today: LocalDate): string {
  const { sessions, breaks, mark } = each;
  const parts = [
    ...(sessions > 0 ? [countText(text.calendar.sessions, sessions, { minutes: minuteWords(each.sessionSeconds) })] : []),
    ...(breaks > 0 ? [countText(text.calendar.breaks, breaks)] : []),
    ...(sessions + breaks === 0 && mark !== 'none' ? [text.calendar.marks[mark]] : []),
    ...(each.hasCheck ? [text.calendar.check] : []),
    ...(each.hasMeasurement ? [text.calendar.measured] : []),
    ...(each.hasNote ? [text.calendar.note] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : each.day > today ? text.calendar.future : text.calendar.marks.none;
}
