import { createEvent, redsInLastWeek, type SessionFinished } from '@psoas/core/diary';
import { endsSession, feltOfSign, isStop, type StopDecision } from '@psoas/core/session';
import { err, fillTemplate, ok } from '@psoas/kernel';
import { groups, questions } from '@psoas/knowledge/questions';
import text from '@psoas/knowledge/text/mcp';
import type { NewEvent } from '../open-diary.ts';
import { chooseSet, openSteps, type ChosenSet } from './choose-set.ts';
import { chooseWalk, type Walk } from './choose-walk.ts';
import { lookAt, mayNotTrain, type Looked } from './look.ts';
import type { SetInput } from './set-input.ts';
import { stopLines } from './stop.ts';
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
 * what the stop rules ask for. What the form says is kept also where it stops the rest.
 */
export function decideLoggedSet(looked: Looked, input: SetInput, name: string): Decision<SetFollows> {
  const refused = (refusal: Refusal): Decision<SetFollows> => ({ news: [], ends: err(refusal) });
  if (mayNotTrain(looked)) return refused(stopRefusal(looked));
  const walk = chooseWalk(looked, input.exercise, input.session);
  if (!walk.ok) return refused(walk.error);
  const chosen = chooseSet(walk.value, input);
  if (!chosen.ok) return refused(chosen.error);
  if (walk.value.run === undefined && input.beforeSession === undefined) return refused(formRefusal());
  const form = formEvents(input);
  const asked = withEvents(looked, form, name);
  if (mayNotTrain(asked)) return { news: form, ends: err({ ...stopRefusal(asked), isPartWritten: true }) };
  return writeSet(asked, { input, walk: walk.value, chosen: chosen.value, run: walk.value.run ?? `${name}-run`, form });
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

function withEvents({ entries, moment }: Looked, news: readonly NewEvent[], name: string): Looked {
  const events = news.map(({ kind, data }, index) => createEvent(kind, data, { id: `${name}-${index}`, ...moment }));
  return lookAt([...entries, ...events], moment);
}

function stopRefusal(looked: Looked): Refusal {
  return { lines: [...stopLines(looked), '', text.refused.stopped] };
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
