import { fillTemplate } from '@psoas/kernel';
import type { PlanItem, Programme, SessionKind } from '@psoas/core/programme';
import text from '@psoas/knowledge/text/cli';
import type { Screen } from '../io.ts';
import { columns, padTo, stylesOf, wrap } from './layout.ts';

const days = [1, 2, 3, 4, 5, 6, 7] as const;
const sessionKinds: readonly SessionKind[] = [
  'home',
  'light',
  'maintenance',
  'before-run',
  'after-run',
  'after-ride',
  'gym',
];

/** The week as a table: a row for each exercise, a column for each day. */
export function weekGrid(
  { sessions }: Programme,
  nameOf: (exercise: string) => string,
  screen: Screen,
): readonly string[] {
  if (sessions.length === 0) return [text.plan.empty];
  const { strong } = stylesOf(screen);
  const head = ['', ...days.map((day) => fillTemplate(text.plan.day, { day }))];
  const body = sessionKinds.flatMap((kind) =>
    kindRows(
      sessions.filter((session) => session.kind === kind),
      kind,
      nameOf,
    ),
  );
  const minutes = [
    text.plan.minutes,
    ...days.map((day) =>
      cell(
        sessions
          .filter((session) => session.day === day)
          .reduce((total, session) => total + session.minutes, 0),
      ),
    ),
  ];
  const rows = [head, ...body, minutes].map((row) => [...row, '']);
  const widest = (lines: readonly string[]): number => Math.max(...lines.map((line) => line.length));
  const [wide, narrow] = [
    columns(rows),
    columns(
      rows.map(([name = '', ...cells]) => [name, ...cells.map((each) => each.replaceAll(' s', 's'))]),
      ' ',
    ),
  ];
  if (widest(narrow) > screen.columns)
    return dayList(sessions, nameOf).flatMap((line) =>
      wrap(line, screen.columns, '          ', line.startsWith(' ') ? '  ' : ''),
    );
  const lines = widest(wide) > screen.columns ? narrow : wide;
  const [first = '', ...rest] = lines;
  const ruler = '─'.repeat(widest(lines));
  return [strong(first), ...rest.slice(0, -1), ruler, ...rest.slice(-1)];
}

/** How much of an exercise, short: 2×45 s, 2×10. */
export function amountText({
  sets,
  reps,
  holdSeconds,
}: Pick<PlanItem, 'sets' | 'reps' | 'holdSeconds'>): string {
  return reps === undefined ? `${sets}×${holdSeconds ?? 0} s` : `${sets}×${reps}`;
}

function kindRows(
  sessions: Programme['sessions'],
  kind: SessionKind,
  nameOf: (exercise: string) => string,
): readonly (readonly string[])[] {
  if (sessions.length === 0) return [];
  const keyOf = ({ exercise, side }: PlanItem): string => `${exercise} ${side}`;
  const items = sessions.flatMap((session) => session.items);
  const firsts = items.filter(
    (item, index) => items.findIndex((other) => keyOf(other) === keyOf(item)) === index,
  );
  return [
    [text.plan.kinds[kind], ...days.map(() => '')],
    ...firsts.map((item) => [
      `  ${nameOf(item.exercise)}${item.side === 'both' ? '' : text.plan.sideNote[item.side]}`,
      ...days.map((day) => {
        const amounts = sessions
          .filter((session) => session.day === day)
          .flatMap((session) =>
            session.items.filter((other) => keyOf(other) === keyOf(item)).map(amountText),
          );
        return amounts.length === 0 ? padTo('·', 3) : amounts.join(' + ');
      }),
    ]),
  ];
}

function cell(minutes: number): string {
  return minutes === 0 ? '·' : String(minutes);
}

// Where seven columns do not fit: one day below the other.
function dayList(sessions: Programme['sessions'], nameOf: (exercise: string) => string): readonly string[] {
  return sessions.flatMap((session) => [
    `${fillTemplate(text.plan.day, { day: session.day })}  ${text.plan.kinds[session.kind]}  ${fillTemplate(text.today.minutes, { minutes: session.minutes })}`,
    ...session.items.map(
      (item) =>
        `  ${amountText(item)}  ${nameOf(item.exercise)}${item.side === 'both' ? '' : text.plan.sideNote[item.side]}`,
    ),
  ]);
}
