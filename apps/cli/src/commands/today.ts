import { fillTemplate, type LocalDate } from '@psoas/kernel';
import { todayOf, type Today } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/cli';
import { assessInput } from '../assess-input.ts';
import { complain, isOn, printJson, printLines, type Command, type Screen } from '../io.ts';
import { dayText, laterDayText } from '../print/day-text.ts';
import { columns, stylesOf, textWidth, wrap } from '../print/layout.ts';
import { amountText } from '../print/week-grid.ts';
import { whyNotLines } from '../print/why-not-lines.ts';
import { exerciseName } from '../exercise-name.ts';

/** What today holds, from the diary. */
export const today: Command = async (input, io) => {
  const assessed = await assessInput(input, io);
  if (!assessed.ok) return assessed.error;
  const { state, assessment } = assessed.value;
  if (state === undefined) {
    complain(io, text.errors.noDiary);
    return 2;
  }
  const day = io.clock.today();
  const now = todayOf(state, assessment, day);
  if (isOn(input, 'json')) printJson(io, { day, ...now });
  else {
    const lead = mayTrain(now) ? planLead(now) : whyNotLines(now, { assessment, day }, io.screen);
    printLines(io, todayLines(now, { day, lead }, io.screen));
  }
  return 0;
};

function todayLines(
  now: Today,
  { day, lead }: { readonly day: LocalDate; readonly lead: readonly string[] },
  screen: Screen,
): readonly string[] {
  const { strong } = stylesOf(screen);
  const words = text.today;
  const width = textWidth(screen);
  return [
    strong(fillTemplate(words.title, { day: dayText(day) })),
    ...lead,
    ...now.sessions.flatMap((session) => [
      '',
      `${session.done ? '[x]' : '[ ]'} ${strong(text.plan.kinds[session.kind])}, ${fillTemplate(words.minutes, { minutes: session.minutes })}, ${session.done ? words.done : words.open}`,
      ...columns(
        session.items.map((item) => [
          `    ${exerciseName(item.exercise)}`,
          amountText(item),
          text.check.sides[item.side],
        ]),
      ),
      ...(session.done ? [] : [`    ${fillTemplate(words.start, { id: session.id })}`]),
    ]),
    ...(now.unfinishedRun === undefined ? [] : ['', words.resume]),
    ...(now.nextDayDue === undefined ? [] : ['', ...wrap(words.nextDayDue, width)]),
    ...(now.nextDay === undefined
      ? []
      : [
          '',
          fillTemplate(words.next, {
            day: laterDayText(now.nextDay.day, day),
            minutes: now.nextDay.sessions.reduce((total, { minutes }) => total + minutes, 0),
          }),
        ]),
    ...(now.retestDue ? ['', words.retest] : []),
  ];
}

function mayTrain({ kind }: Today): boolean {
  return kind === 'rest' || kind === 'sessions';
}

function planLead({ kind, dayOfWeek }: Today): readonly string[] {
  return [kind === 'rest' ? text.today.rest : fillTemplate(text.today.sessions, { day: dayOfWeek ?? 1 })];
}
