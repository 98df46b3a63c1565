import { fillTemplate, ownValue } from '@psoas/kernel';
import { weeklyStretchLimitSeconds, type PlanItem, type Programme } from '@psoas/core/programme';
import text from '@psoas/knowledge/text/cli';
import type { Screen } from '../io.ts';
import { isClaim, sentenceOf, withId } from '../reason-text.ts';
import { stylesOf, textWidth, wrap } from './layout.ts';
import { weekGrid } from './week-grid.ts';

/** The whole programme: the week as a grid, why each exercise is in it, and what else there is to know. */
export function planLines(
  programme: Programme,
  nameOf: (exercise: string) => string,
  screen: Screen,
): readonly string[] {
  const width = textWidth(screen);
  const { strong, faint } = stylesOf(screen);
  const { left, right } = programme.weeklyStretchSeconds;
  return [
    strong(text.plan.title),
    '',
    ...weekGrid(programme, nameOf, screen),
    ...(programme.sessions.length === 0 ? [] : wrap(text.plan.legend, width).map(faint)),
    ...whyLines(programme, nameOf, screen),
    '',
    strong(text.plan.noteTitle),
    ...[
      ...programme.notes.map(({ id, values }) => fillTemplate(sentenceOf(id) ?? id, values)),
      ...(left + right === 0
        ? []
        : [fillTemplate(text.plan.stretchTitle, { left, right, limit: weeklyStretchLimitSeconds })]),
      ...(programme.breaks === null
        ? []
        : [
            fillTemplate(text.plan.breaks, {
              exercise: nameOf(programme.breaks.exercise),
              seconds: programme.breaks.holdSeconds,
              times: programme.breaks.timesPerWeek,
            }),
          ]),
      ...(programme.locked.length === 0
        ? []
        : [
            fillTemplate(text.plan.lockedTitle, {
              exercises: programme.locked.map(({ exercise }) => nameOf(exercise)).join(', '),
            }),
          ]),
      programme.retestAfterDays === 1
        ? text.plan.retestTomorrow
        : fillTemplate(text.plan.retest, { days: programme.retestAfterDays }),
    ].flatMap((line) => wrap(line, width, '   ', ' - ')),
    ...leftOutLines(programme, nameOf, screen),
  ];
}

// The same rules, said of what is not there.
const leftOutSentences: { readonly [id: string]: string } = text.plan.leftOutBy;

// Once for each exercise and set of reasons: the same item stands on many days.
function whyLines(
  programme: Programme,
  nameOf: (exercise: string) => string,
  screen: Screen,
): readonly string[] {
  const { strong } = stylesOf(screen);
  const items = programme.sessions.flatMap((session) => session.items);
  const exercises = [...new Set(items.map(({ exercise }) => exercise))];
  if (exercises.length === 0) return [];
  return [
    '',
    strong(text.plan.whyTitle),
    ...exercises.flatMap((exercise) => [
      ...wrap(`${nameOf(exercise)} (${exercise})`, textWidth(screen), '    ', '  '),
      ...reasonLines(
        items.filter((item) => item.exercise === exercise),
        screen,
      ),
    ]),
  ];
}

function reasonLines(items: readonly PlanItem[], screen: Screen): readonly string[] {
  const ids = [...new Set(items.flatMap(({ because }) => because))];
  const claims = ids.filter(isClaim);
  const sentences = ids.filter((id) => !isClaim(id)).map((id) => withId(sentenceOf(id) ?? id, id));
  const width = textWidth(screen);
  return [
    ...sentences.flatMap((sentence) => wrap(sentence, width, '      ', '    - ')),
    ...(claims.length === 0
      ? []
      : wrap(fillTemplate(text.plan.claims, { ids: claims.join(', ') }), width, '      ', '    - ')),
  ];
}

function leftOutLines(
  { leftOut }: Programme,
  nameOf: (exercise: string) => string,
  screen: Screen,
): readonly string[] {
  if (leftOut.length === 0) return [];
  // One line for each reason: the same one leaves out many.
  const reasons = [...new Set(leftOut.flatMap(({ by }) => by))];
  const lines = reasons.map((id) => {
    const names = leftOut.filter(({ by }) => by.includes(id)).map(({ exercise }) => nameOf(exercise));
    return `${withId(ownValue(leftOutSentences, id) ?? sentenceOf(id) ?? '', id)}: ${names.join(', ')}`;
  });
  return [
    '',
    stylesOf(screen).strong(text.plan.leftOutTitle),
    ...lines.flatMap((line) => wrap(line, textWidth(screen), '   ', ' - ')),
  ];
}
