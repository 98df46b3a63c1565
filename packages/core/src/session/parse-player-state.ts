import { err, foundText, isRecord, ok, type Problem, type Result, type UnknownRecord } from '@psoas/kernel';
import type { PlayerState } from './player-state.ts';

/** Shapes a saved session has to have; deeper fields were written by this same code and are looked at only as far as the player relies on them. */
const numbers = ['countInSeconds', 'position', 'elapsedMillis', 'activeMillis', 'pausedMillis', 'reds'];
const statuses = ['waiting', 'running', 'paused', 'stopped', 'finished'];
const longestCountInSeconds = 10;
const stepKinds = ['ready', 'work', 'switch', 'rest', 'ask'];

/** Reads a saved session back. A damaged one is refused whole: half a session would log what never was. */
export function parsePlayerState(value: unknown): Result<PlayerState, readonly Problem[]> {
  const problems = isRecord(value) ? problemsOf(value) : [wrong('', 'a saved session', value)];
  return isPlayerState(value, problems) ? ok(value) : err(problems);
}

function isPlayerState(value: unknown, problems: readonly Problem[]): value is PlayerState {
  return isRecord(value) && problems.length === 0;
}

function problemsOf(record: UnknownRecord): readonly Problem[] {
  const { runs, items } = record;
  const problems: Problem[] = [];
  const check = (holds: boolean, field: string, allowed: string): void => {
    if (!holds) problems.push(wrong(field, allowed, record[field]));
  };
  check(record['version'] === 1, 'version', '1');
  check(isOneOf(statuses, record['status']), 'status', statuses.join(' | '));
  for (const field of numbers) check(isAmount(record[field]), field, 'a number from 0');
  // Counted out one by one: a larger number would never come to its end.
  check(!isAmount(record['countInSeconds']) || record['countInSeconds'] <= longestCountInSeconds, 'countInSeconds', `0 to ${longestCountInSeconds}`);
  check(Array.isArray(runs) && runs.every(isRun), 'runs', 'a list of steps');
  check(Array.isArray(items) && items.every(isItem), 'items', 'a list of exercises');
  check(Array.isArray(record['decisions']), 'decisions', 'a list');
  check(record['last'] === null || isMoment(record['last']), 'last', 'two clock readings');
  for (const field of ['stop', 'ending'])
    check(record[field] === null || isRecord(record[field]), field, 'nothing, or a group of fields');
  for (const field of ['answering', 'halfwayPassed'])
    check(typeof record[field] === 'boolean', field, 'true | false');
  if (problems.length > 0 || !Array.isArray(runs) || !Array.isArray(items)) return problems;
  const { position } = record;
  check(Number.isInteger(position) && Number(position) < Math.max(1, runs.length), 'position', `a whole number below ${runs.length}`);
  check(
    runs.every((run) => isStepOf(run, items.length)),
    'runs',
    `steps of exercises below ${items.length}`,
  );
  return problems;
}

function isRun(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value['step'])) return false;
  const { step } = value;
  return (
    [
      value['allottedMillis'],
      value['heldMillis'],
      value['repsDone'],
      step['item'],
      step['seconds'],
      step['set'],
      step['sets'],
    ].every(isAmount) &&
    [step['reps'], step['secondsPerRep']].every((amount) => amount === undefined || isAmount(amount)) &&
    isOneOf(stepKinds, step['kind']) &&
    typeof step['exercise'] === 'string'
  );
}

function isStepOf(run: unknown, itemCount: number): boolean {
  return isRecord(run) && isRecord(run['step']) && Number.isInteger(run['step']['item']) && Number(run['step']['item']) < itemCount;
}

function isItem(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value['exercise'] === 'string' &&
    Array.isArray(value['lines']) &&
    value['lines'].every((line) => isRecord(line) && isAmount(line['words'])) &&
    isRecord(value['answer']) &&
    typeof value['logged'] === 'boolean'
  );
}

function isOneOf(words: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && words.includes(value);
}

function isMoment(value: unknown): boolean {
  return (
    isRecord(value) && typeof value['wallMillis'] === 'number' && typeof value['monotonicMillis'] === 'number'
  );
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function wrong(field: string, allowed: string, found: unknown): Problem {
  return found === undefined
    ? { field, kind: 'missing', allowed }
    : { field, kind: 'not-allowed', allowed, found: foundText(found) };
}
