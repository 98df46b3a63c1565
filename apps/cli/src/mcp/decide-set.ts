import { redsInLastWeek, type SessionFinished } from '@psoas/core/diary';
import { endsSession, feltOfSign, isStop, type StopDecision } from '@psoas/core/session';
import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import { groups, questions } from '@psoas/knowledge/questions';
import text from '@psoas/knowledge/text/mcp';
import player from '@psoas/knowledge/text/player';
import { exerciseOf } from '../exercise-name.ts';
import type { NewEvent } from '../open-diary.ts';
import { chooseSet, openSteps, type ChosenSet } from './choose-set.ts';
import { chooseWalk, type Walk } from './choose-walk.ts';
import { lookAfter, mayNotTrain, type Looked } from './look.ts';
import { refuseWithSigns, type Told } from './refuse-with-signs.ts';
import type { SetInput } from './set-input.ts';
import { decideSet, signOfReport, stopsOf } from './stopped-sets.ts';
import type { Refusal } from './tool.ts';
import type { Decision } from './write-once.ts';

/** What follows from a set: what the rules say, how it stands with the session, and what is still open in it. */
export type SetFollows = {
  readonly decision: StopDecision;
  readonly chosen: ChosenSet;
  readonly outcome: SessionFinished['outcome'] | undefined;
  readonly left: ReturnType<typeof openSteps>;
};

/** The group of signs that is asked in full before each session. */
const askedInFull = 'right-now';

/**
 * [MC-02] [MC-04] Decides on a set as a guided session would: the short form first, then the beginning, the set, and
 * what the stop rules ask for. A sign that is said with it is kept, whatever else stands against the set.
 */
export function decideLoggedSet(looked: Looked, input: SetInput, name: string): Decision<SetFollows> {
  const planned = plannedSet(looked, input);
  const form = formEvents(input);
  const asked = form.length === 0 ? looked : lookAfter(looked, form);
  if (planned.ok && !mayNotTrain(asked)) {
    const { walk, chosen } = planned.value;
    return writeSet(asked, { input, walk, chosen, run: walk.run ?? `${name}-run`, form });
  }
  const refusal = planned.ok ? { lines: [text.refused.stopped] } : planned.error;
  return refuseWithSigns(looked, toldWith(looked, input), refusal);
}

type Planned = { readonly walk: Walk; readonly chosen: ChosenSet };

function plannedSet(looked: Looked, input: SetInput): Result<Planned, Refusal> {
  if (mayNotTrain(looked)) return err({ lines: [text.refused.stopped] });
  const walk = chooseWalk(looked, input.exercise, input.session);
  if (!walk.ok) return walk;
  const chosen = chooseSet(walk.value, input);
  if (!chosen.ok) return chosen;
  return walk.value.run === undefined && input.beforeSession === undefined
    ? err(formRefusal())
    : ok({ walk: walk.value, chosen: chosen.value });
}

// What the form and the set tell of, as far as it stops something.
function toldWith({ state, moment }: Looked, input: SetInput): Told {
  const item = { exercise: input.exercise, class: exerciseOf(input.exercise)?.class ?? 'stretch' };
  const redsBefore = redsInLastWeek(state.runs, moment.day, state.breaks);
  const decision = decideSet(item, input, { redsInLastWeek: redsBefore, workRemains: false });
  const { title, body } = player.stop[decision.key];
  const said = fillTemplate(text.answers.follows, { title, body: fillTemplate(body, decision.values) });
  return {
    newSigns: [...new Set([...(input.beforeSession?.newSigns ?? []), ...decision.raises])],
    painNow: input.beforeSession?.painNow,
    lines: isStop(decision) ? [said] : [],
  };
}

type Ready = {
  readonly input: SetInput;
  readonly walk: Walk;
  readonly chosen: ChosenSet;
  readonly run: string;
  readonly form: readonly NewEvent[];
};

function writeSet(looked: Looked, { input, walk, chosen, run, form }: Ready): Decision<SetFollows> {
  const { item, step, seconds } = chosen;
  const decision = decideSet(item, input, {
    redsInLastWeek: redsInLastWeek(looked.state.runs, looked.moment.day, looked.state.breaks),
    workRemains: openSteps(walk).filter((one) => one.item === step.item).length > 1,
  });
  const sign = signOfReport(item, input);
  const felt = sign === undefined ? input.felt : feltOfSign(sign, decision);
  const { pain, reps, repsInReserve, form: tidy } = input;
  const data = {
    run,
    item: step.item,
    exercise: step.exercise,
    side: step.side,
    set: step.set,
    seconds,
    ...(reps !== undefined && { reps }),
    ...(pain !== undefined && { pain }),
    ...(felt !== undefined && { felt }),
    ...(repsInReserve !== undefined && { repsInReserve }),
    ...(tidy !== undefined && { form: tidy }),
  };
  const written: Walk = { ...walk, run, sets: [...walk.sets, { ...data, ...looked.moment }] };
  const left = openSteps(written);
  const end = endOf(written, { decision, isOver: left.length === 0, isEnded: input.endsSession === true });
  const { session, items, options } = walk;
  const begin: NewEvent = { kind: 'session-started', data: { run, session, items, options } };
  const painNow = looked.state.shortSafetySinceCheck.at(-1)?.painNow ?? 0;
  return {
    news: [
      ...form,
      ...(walk.run === undefined ? [begin] : []),
      { kind: 'set-logged', data },
      ...(end === undefined ? [] : [{ kind: 'session-finished', data: { run, ...end } } as const]),
      ...(decision.raises.length === 0 ? [] : [{ kind: 'safety-answered', data: { newSigns: decision.raises, painNow } } as const]),
    ],
    ends: ok({ decision, chosen, outcome: end?.outcome, left: end === undefined ? left : [] }),
  };
}

type State = { readonly decision: StopDecision; readonly isOver: boolean; readonly isEnded: boolean };

// As the player ends a session: by a stop, at its end with the last stop on the way, or by the person.
function endOf({ sets, items }: Walk, { decision, isOver, isEnded }: State): Omit<SessionFinished, 'run'> | undefined {
  if (endsSession(decision.action) || (isOver && isStop(decision))) return { outcome: 'stopped', because: decision.rule };
  const cut = stopsOf(sets, items).at(-1)?.decision;
  if (isOver) return { outcome: 'completed', ...(cut !== undefined && { because: cut.rule }) };
  return isEnded ? { outcome: 'ended-early' } : undefined;
}

function formEvents({ beforeSession }: SetInput): readonly NewEvent[] {
  if (beforeSession === undefined) return [];
  const { newSigns, painNow } = beforeSession;
  return [{ kind: 'safety-answered', data: { newSigns, painNow } }];
}

// The questions that a guided session asks: those of right now in full, the others by their groups.
function formRefusal(): Refusal {
  const inOrder = groups.toSorted((first, second) => first.order - second.order);
  const signs = questions
    .filter(({ group }) => group === askedInFull)
    .toSorted((first, second) => first.order - second.order)
    .map(({ id, question }) => `${id}: ${question}`);
  const others = inOrder.filter(({ id }) => id !== askedInFull).map(({ id, title }) => {
    const ids = questions.filter(({ group }) => group === id).map((question) => question.id);
    return `${title} (${ids.join(', ')})`;
  });
  const line = fillTemplate(text.refused.beforeSession, { signs: signs.join(' '), groups: others.join('; ') });
  return { field: 'beforeSession', lines: [line] };
}
