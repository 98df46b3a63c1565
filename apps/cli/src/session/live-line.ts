import { clockText, fillTemplate } from '@psoas/kernel';
import { sideOfStep, viewPlayer, type PlayerState } from '@psoas/core/session';
import text from '@psoas/knowledge/text/cli';
import { exerciseName } from '../exercise-name.ts';
import { bar, widthOf } from '../print/layout.ts';
import { stepName } from '../print/timeline-lines.ts';

const barWidth = 16;

/** One line with everything that matters now: how long yet, what, where. */
export function liveLine(state: PlayerState, columns: number): string {
  const view = viewPlayer(state);
  if (view === undefined) return '';
  const { step, exerciseNumber, exerciseCount, leftMillis, progress } = view;
  const side = sideOfStep(step);
  const { set, sets, reps } = step.kind === 'work' ? step : { set: 1, sets: 1, reps: undefined };
  const parts = [
    `${bar(progress, barWidth)} ${clockText(leftMillis / 1000)}`,
    state.status === 'paused' ? text.session.paused : stepName(step),
    exerciseName(step.exercise),
    side === undefined ? '' : text.session.place[side],
    sets > 1 ? fillTemplate(text.session.set, { set, sets }) : '',
    view.rep === undefined ? '' : fillTemplate(text.session.rep, { rep: view.rep, reps: reps ?? 0 }),
    exerciseCount > 1
      ? fillTemplate(text.session.exercise, { number: exerciseNumber, count: exerciseCount })
      : '',
  ].filter((part) => part !== '');
  return fit(parts, columns - 1);
}

// What matters least stands last and goes first.
function fit(parts: readonly string[], width: number): string {
  const line = parts.join('  ');
  if (parts.length <= 1 || widthOf(line) <= width) return line.slice(0, Math.max(0, width));
  return fit(parts.slice(0, -1), width);
}
