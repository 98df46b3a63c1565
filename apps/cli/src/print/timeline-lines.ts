import { clockText, fillTemplate } from '@psoas/kernel';
import type { PlannedSession } from '@psoas/core/programme';
import { sideOfStep, type Step, type Timeline } from '@psoas/core/session';
import text from '@psoas/knowledge/text/cli';
import type { Screen } from '../io.ts';
import { columns, stylesOf } from './layout.ts';

/** How a session runs, step by step: when, how long, what, where. */
export function timelineLines(
  session: PlannedSession,
  timeline: Timeline,
  { nameOf, screen }: { readonly nameOf: (exercise: string) => string; readonly screen: Screen },
): readonly string[] {
  const { strong } = stylesOf(screen);
  const starts = timeline.steps.reduce<readonly number[]>(
    (known, { seconds }) => [...known, (known.at(-1) ?? 0) + seconds],
    [0],
  );
  const rows = columns(
    timeline.steps.map((step, index) => [
      clockText(starts[index] ?? 0).padStart(5),
      `${step.seconds} s`.padStart(5),
      stepName(step),
      stepPlace(step),
    ]),
  );
  return [
    strong(sessionTitle(session)),
    ...timeline.steps.flatMap((step, index) => [
      ...(timeline.steps[index - 1]?.item === step.item ? [] : ['', strong(nameOf(step.exercise))]),
      rows[index] ?? '',
    ]),
    '',
    `${clockText(timeline.totalSeconds).padStart(5)}  ${text.session.total}`,
  ];
}

/** A session in one line. */
export function sessionTitle({ kind, day, minutes }: PlannedSession): string {
  return fillTemplate(text.session.title, { kind: text.plan.kinds[kind], day, minutes });
}

/** What a step is, in a word or two. */
export function stepName(step: Step): string {
  return step.kind === 'work' ? text.session.steps[step.mode] : text.session.steps[step.kind];
}

/** Side, set and repetitions of a step. */
function stepPlace(step: Step): string {
  const side = sideOfStep(step);
  const place = side === undefined ? [] : [text.session.place[side]];
  const set =
    step.kind === 'work' ? [fillTemplate(text.session.set, { set: step.set, sets: step.sets })] : [];
  const reps =
    step.kind === 'work' && step.reps !== undefined
      ? [fillTemplate(text.session.reps, { reps: step.reps })]
      : [];
  return [...place, ...set, ...reps].join(', ');
}
