import { bodyProperties, hipProperties } from '@psoas/core/catalogue';
import { isLiftable, painThatWaits, type FlagId, type Urgency } from '@psoas/core/safety';
import { sides } from '@psoas/kernel';
import { painPlace, wordPlace } from '../link-ids.ts';
import { bodyForbiddenWhen, forbidName, hipForbiddenWhen } from './exclusion-conditions.ts';
import { allOf, answerAt, anyOf, choose, isOneOf, isTrue, isYes } from './expression.ts';
import { levelOfFlag, modifierWhen, raisedWhen } from './flag-conditions.ts';
import { variableName, type Variable } from './variable.ts';

/** The name of whether a circumstance applies: `mHypermobile` for M-HYPERMOBILE. */
export function modifierName(id: string): string {
  const [first = '', ...words] = id.toLowerCase().split('-');
  return variableName(first, ...words);
}

/** The name of a flag's level: A to D, or `none`. */
export function levelName(flag: FlagId): string {
  return variableName('level', flag);
}

/** The name of the pain at rest from which training waits. */
export const painName = 'strongPain';

/** Everything that the screening says: what is raised, how urgent it is, and what it forbids (S-01 to S-10). */
export function screeningVariables(): readonly Variable[] {
  return [
    ...raisedWhen.map(([id, when]): Variable => [id, isTrue(when)]),
    ...modifierWhen.map(([id, when]): Variable => [modifierName(id), isTrue(when)]),
    [painName, isTrue(`${answerAt(painPlace('now'))} >= ${painThatWaits}`)],
    ...raisedWhen.map(([id]): Variable => [levelName(id), choose(`%${id}`, levelOf(id), "'none'")]),
    ...(['A', 'B', 'C'] as const).map((level): Variable => [level, anyAt(level)]),
    ...[...bodyProperties, 'stretch' as const].map((property): Variable => [forbidName(property), isTrue(bodyForbiddenWhen(property))]),
    ...sides.flatMap((side) =>
      hipProperties.map((property): Variable => [forbidName(property, side), isTrue(hipForbiddenWhen(property, side))]),
    ),
  ];
}

function levelOf(id: FlagId): string {
  const level = levelOfFlag(id);
  if (typeof level === 'string') return liftedOr(id, level);
  return choose(level.when, liftedOr(id, level.level), liftedOr(id, level.otherwise));
}

// [S-05] A clinician's word turns C into D; A and B it never lifts.
function liftedOr(id: FlagId, level: Urgency): string {
  return level === 'C' && isLiftable(id) ? choose(clinicianAgreedTo(id), "'D'", "'C'") : `'${level}'`;
}

function clinicianAgreedTo(id: FlagId): string {
  const isDated = allOf([
    isOneOf(wordPlace('flags'), [id]),
    `${answerAt(wordPlace('date'))} <= today()`,
    `${answerAt(wordPlace('until'))} >= today()`,
  ]);
  return anyOf([isYes(wordPlace('said')), isDated]);
}

function anyAt(level: 'A' | 'B' | 'C'): string {
  return isTrue(anyOf([...raisedWhen.map(([id]) => `%${levelName(id)} = '${level}'`), ...(level === 'C' ? [`%${painName}`] : [])]));
}
