import { hasWorkLeft, withTrimmedRest } from './equal-sides.ts';
import type { Answer, PlayerEffect } from './player-event.ts';
import { currentItem, currentRun, withItem, type PlayerState } from './player-state.ts';
import {
  decideStop,
  endsSession,
  isStop,
  painZone,
  signOfFelt,
  type SignPlace,
  type StopDecision,
  type StopSign,
} from './stop-rules.ts';
import { enterStep, finish, logItem, withLeftStep, type PlayerTurn } from './walk.ts';

/** What a person reports: an answer, a sign, or both. */
export type Report = Answer & { readonly sign?: StopSign; readonly place?: SignPlace };

/** [D-01] to [D-05] Takes a report, writes it down, and does what the stop rules ask for. */
export function takeReport(state: PlayerState, report: Report): PlayerTurn {
  const item = currentItem(state);
  const run = currentRun(state);
  if (item === undefined || run === undefined) return { state, effects: [] };
  const sign =
    report.sign ??
    (report.felt === undefined
      ? undefined
      : signOfFelt(report.felt, report.verdict ?? 'right', item.exerciseClass));
  const isAsk = run.step.kind === 'ask';
  const decision = decideStop({
    ...(report.pain === undefined ? {} : { pain: report.pain }),
    ...(report.verdict === undefined ? {} : { verdict: report.verdict }),
    ...(sign === undefined ? {} : { sign }),
    ...(report.place === undefined ? {} : { place: report.place }),
    exerciseClass: item.exerciseClass,
    redsInLastWeek: state.reds,
    workRemains: hasWorkLeft(state),
  });
  const reported = withReport(state, run.step.item, {
    ...report,
    ...(sign === undefined ? {} : { felt: feltOfSign(sign, decision) }),
  });
  const noted =
    decision.action === 'go-on' ? reported : { ...reported, decisions: [...reported.decisions, decision] };
  if (isStop(decision)) return stopBy(noted, decision);
  const told: readonly PlayerEffect[] = decision.action === 'go-on' ? [] : [{ kind: 'stop', decision }];
  if (isAsk) {
    const awake: readonly PlayerEffect[] =
      state.status === 'paused' ? [{ kind: 'keep-awake', on: true }] : [];
    const next = enterStep({ ...noted, status: 'running' }, state.position + 1);
    return { state: next.state, effects: [...told, ...awake, ...next.effects] };
  }
  if (decision.action !== 'trim') return { state: noted, effects: told };
  return {
    state: withTrimmedRest(noted),
    effects: [
      ...told,
      { kind: 'say', say: { kind: 'sentence', key: 'trimmed', exercise: run.step.exercise } },
    ],
  };
}

/** Goes on after a stop that was taken note of: with the next exercise, or to the end. */
export function goOnAfterStop(state: PlayerState): PlayerTurn {
  const freed: PlayerState = { ...state, status: 'running', stop: null };
  if (state.position + 1 < state.runs.length) return enterStep(freed, state.position + 1);
  return finish(freed, { outcome: 'stopped', ...(state.stop === null ? {} : { because: state.stop.rule }) });
}

function stopBy(noted: PlayerState, decision: StopDecision): PlayerTurn {
  const left = { ...withLeftStep(noted), stop: decision };
  const told: PlayerEffect = { kind: 'stop', decision };
  if (endsSession(decision.action)) {
    const end = finish(left, { outcome: 'stopped', because: decision.rule });
    return { state: end.state, effects: [told, ...end.effects] };
  }
  const item = currentRun(left)?.step.item ?? 0;
  const logged = logItem(left, item);
  return {
    state: { ...withoutDropped(logged.state, decision), status: 'stopped' },
    effects: [told, ...logged.effects],
  };
}

// [D-01] [D-04] This exercise is over for today; after a nerve sign every stretch is, and what the rule closes.
function withoutDropped(state: PlayerState, { action, closes }: StopDecision): PlayerState {
  const exercise = currentRun(state)?.step.exercise;
  const isDropped = (item: number): boolean => {
    const record = state.items[item];
    if (record === undefined) return false;
    return (
      record.exercise === exercise ||
      closes.includes(record.exercise) ||
      (action === 'stop-stretches' && record.exerciseClass === 'stretch')
    );
  };
  return {
    ...state,
    runs: state.runs.filter((run, index) => index <= state.position || !isDropped(run.step.item)),
  };
}

/** The word for a sign in the diary, which closes by the word tingling (D-01); what closes nothing has another word. */
export function feltOfSign(sign: StopSign, { closes }: StopDecision): string {
  if (sign !== 'numbness' && sign !== 'tingling') return sign;
  return closes.length > 0 ? 'tingling' : 'tingling-elsewhere';
}

function withReport(
  state: PlayerState,
  item: number,
  { pain, felt, repsInReserve, form }: Report,
): PlayerState {
  const counted = pain !== undefined && painZone(pain) === 'red' ? { ...state, reds: state.reds + 1 } : state;
  return withItem(counted, item, (record) => ({
    ...record,
    answer: {
      ...record.answer,
      ...(pain === undefined ? {} : { pain: Math.max(pain, record.answer.pain ?? 0) }),
      ...(felt === undefined ? {} : { felt }),
      ...(repsInReserve === undefined ? {} : { repsInReserve }),
      ...(form === undefined ? {} : { form }),
    },
  }));
}
