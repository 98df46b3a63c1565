import type { Catalogue, CheckKey } from '@psoas/core/catalogue';
import { shortRectusKneeDegrees, type FindingResult } from '@psoas/core/selfcheck';
import { sides, type Side } from '@psoas/kernel';
import { testPlace } from '../link-ids.ts';
import { againstThomas, forbiddersOf, forbidName } from './exclusion-conditions.ts';
import { allOf, answerAt, anyOf, choose, isOneOf, isTrue, isYes } from './expression.ts';
import { variableName, type Variable } from './variable.ts';

/** Every result of a side, in the order in which they are asked for. */
export const findingResults: readonly FindingResult[] = ['tight', 'weak', 'both', 'rectus-femoris-dominant', 'neither', 'cannot-tell'];

/** The name of what a side amounts to (F-16). */
export function resultName(side: Side): string {
  return variableName('result', side);
}

/** The name of whether a test hurt on a side (F-06, F-10). */
export function hurtName(test: 'halfKneeling' | 'kneeLift', side: Side): string {
  return variableName('hurts', test, side);
}

/** Everything that the self-tests say, for both sides: rules F-01 to F-17. */
export function findingVariables(checks: Catalogue['checks']): readonly Variable[] {
  return sides.flatMap((side) => [
    ...(['halfKneeling', 'kneeLift', 'thomas'] as const).map((test): Variable => [variableName('reads', test, side), readsWhen(test, side, checks)]),
    [hurtName('halfKneeling', side), isTrue(isOneOf(testPlace('halfKneeling', side, 'felt'), ['pain']))],
    [hurtName('kneeLift', side), isTrue(isOneOf(testPlace('kneeLift', side, 'result'), ['pain']))],
    [variableName('tight', side), tightOf(side)],
    [variableName('rectus', side), rectusOf(side)],
    [variableName('weak', side), weakOf(side)],
    [resultName(side), resultOf(side)],
  ]);
}

// [F-14] [F-15] A test is read where nothing forbids it, and the Thomas test where the pelvis was held.
function readsWhen(test: CheckKey, side: Side, checks: Catalogue['checks']): string {
  const check = checks.find(({ answerKey }) => answerKey === test);
  const against = [...(check === undefined ? [] : forbiddersOf(check, side)), ...(test === 'thomas' ? [againstThomas] : [])];
  const isAllowed = choose(anyOf(against), 'false', 'true');
  return test === 'thomas' ? isTrue(allOf([isYes(testPlace('thomas', side, 'pelvisHeld')), isAllowed])) : isAllowed;
}

function reads(test: CheckKey, side: Side): string {
  return `%${variableName('reads', test, side)}`;
}

function felt(side: Side, places: readonly string[], when?: 'early'): string {
  const place = isOneOf(testPlace('halfKneeling', side, 'felt'), places);
  return when === undefined ? place : allOf([place, isOneOf(testPlace('halfKneeling', side, 'when'), [when])]);
}

// [F-12] The Thomas test outranks the half-kneel.
function tightOf(side: Side): string {
  const byKneeling = choose(
    allOf([reads('halfKneeling', side), felt(side, ['deep-front-hip'], 'early')]),
    "'yes'",
    choose(allOf([reads('halfKneeling', side), felt(side, ['deep-front-hip', 'front-thigh', 'nothing'])]), "'no'", "'unknown'"),
  );
  const height = answerAt(testPlace('thomas', side, 'heightCentimetres'));
  return choose(reads('thomas', side), choose(`${height} > 0`, "'yes'", "'no'"), byKneeling);
}

// [F-13] A knee that hangs straighter than this shows a short long thigh muscle.
function rectusOf(side: Side): string {
  const byKneeling = choose(
    allOf([reads('halfKneeling', side), felt(side, ['front-thigh'], 'early')]),
    "'yes'",
    choose(allOf([reads('halfKneeling', side), felt(side, ['deep-front-hip', 'front-thigh', 'nothing'])]), "'no'", "'unknown'"),
  );
  const knee = answerAt(testPlace('thomas', side, 'kneeDegrees'));
  const byThomas = choose(`${knee} < ${shortRectusKneeDegrees}`, "'yes'", "'no'");
  return choose(allOf([reads('thomas', side), `${knee}.exists()`]), byThomas, byKneeling);
}

function weakOf(side: Side): string {
  const lifts = (...results: readonly string[]): string => isOneOf(testPlace('kneeLift', side, 'result'), results);
  const failsAbove = allOf([
    isOneOf(testPlace('kneeLift', side, 'aboveNinety'), ['fails']),
    `%${forbidName('hip-flexion-over-90', side)}.not()`,
  ]);
  const read = choose(
    lifts('pelvis-tips-back', 'back-rounds', 'below-90'),
    "'yes'",
    choose(lifts('clean'), choose(failsAbove, "'mild'", "'no'"), "'unknown'"),
  );
  return choose(reads('kneeLift', side), read, "'unknown'");
}

// [F-16] A known yes outranks an unknown.
function resultOf(side: Side): string {
  const sign = (name: 'tight' | 'weak' | 'rectus', value: string): string => `%${variableName(name, side)} = '${value}'`;
  const isWeak = anyOf([sign('weak', 'yes'), sign('weak', 'mild')]);
  return choose(
    sign('tight', 'yes'),
    choose(isWeak, "'both'", "'tight'"),
    choose(
      sign('rectus', 'yes'),
      "'rectus-femoris-dominant'",
      choose(isWeak, "'weak'", choose(allOf([sign('tight', 'no'), sign('weak', 'no')]), "'neither'", "'cannot-tell'")),
    ),
  );
}
