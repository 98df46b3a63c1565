import { isRecord, sidesOrBoth, type Side } from '@psoas/kernel';
import { restWishes, type ProgrammeWishes } from '../programme/index.ts';
import type { DiaryState } from './diary-state.ts';

/** The preferences that change a programme. A value that is out of range is no wish. */
export function wishesOf(preferences: DiaryState['preferences']): ProgrammeWishes {
  const daysPerWeek = wholeBetween(preferences['daysPerWeek'], 1, 7);
  const minutesPerDay = wholeBetween(preferences['minutesPerDay'], 2, 240);
  const rest = restWishes.find((wish) => wish === preferences['rest']);
  const swaps = textsByKey(preferences['swaps']);
  const sides = sidesByKey(preferences['sides']);
  return {
    ...(daysPerWeek !== undefined && { daysPerWeek }),
    ...(minutesPerDay !== undefined && { minutesPerDay }),
    ...(rest !== undefined && { rest }),
    ...(swaps && { swaps }),
    ...(sides && { sides }),
    ...(preferences['deskBreaks'] === true && { deskBreaks: true }),
    ...(preferences['noMaintenance'] === true && { noMaintenance: true }),
  };
}

function wholeBetween(value: unknown, min: number, max: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
    ? value
    : undefined;
}

function textsByKey(value: unknown): { readonly [exercise: string]: string } | undefined {
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])),
  );
}

function sidesByKey(value: unknown): { readonly [exercise: string]: Side | 'both' } | undefined {
  const found = Object.entries(textsByKey(value) ?? {}).flatMap(([exercise, text]) => {
    const side = sidesOrBoth.find((each) => each === text);
    return side === undefined ? [] : [[exercise, side] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
