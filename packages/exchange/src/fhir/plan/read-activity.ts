import type { Catalogue, CatalogueExercise } from '@psoas/core/catalogue';
import { tamedLine } from '@psoas/core/sharing';
import { isRecord, type UnknownRecord } from '@psoas/kernel';
import { addressOf, codeSystems, doseExtension } from '../systems.ts';
import type { ImportedExercise, NotUsed, NotUsedReason } from './imported-plan.ts';
import { readDose } from './read-dose.ts';

/** What an activity came to: at most one exercise. */
export type ReadActivity = { readonly exercises: readonly ImportedExercise[]; readonly notUsed: readonly NotUsed[] };

/** How long a name of an activity may be, in signs; what is longer is cut. */
const longestLabel = 80;

const understood = new Set(['id', 'kind', 'code', 'instantiatesCanonical', 'status', 'doNotPerform', 'extension', 'modifierExtension']);
const overStates: readonly unknown[] = ['completed', 'cancelled', 'stopped', 'entered-in-error'];

/** Reads one activity of a plan. Any doubt leaves it out, by its place. */
export function readActivity(activity: unknown, path: string, { exercises }: Pick<Catalogue, 'exercises'>): ReadActivity {
  const says = isRecord(activity) && isRecord(activity['detail']) ? labelOf(activity['detail']) : undefined;
  const left = (reason: NotUsedReason, at: string): ReadActivity => ({ exercises: [], notUsed: [{ path: at, reason, ...(says !== undefined && { says }) }] });
  if (!isRecord(activity) || !isRecord(activity['detail'])) return left('other-resource', path);
  const { detail } = activity;
  const at = `${path}.detail`;
  if (activity['modifierExtension'] !== undefined) return left('modifier', `${path}.modifierExtension`);
  if (detail['modifierExtension'] !== undefined) return left('modifier', `${at}.modifierExtension`);
  if (detail['doNotPerform'] !== undefined && detail['doNotPerform'] !== false) return left('not-wanted', `${at}.doNotPerform`);
  if (overStates.includes(detail['status'])) return left('not-wanted', `${at}.status`);
  const named = namesIn(detail);
  if (named.size > 1) return left('two-exercises', at);
  const exercise = exercises.find(({ id }) => named.has(id));
  if (exercise === undefined) return left('exercise', `${at}.code`);
  return withDose(exercise, detail, { path, others: otherParts(activity, detail, path) });
}

function withDose(exercise: CatalogueExercise, detail: UnknownRecord, { path, others }: { readonly path: string; readonly others: readonly NotUsed[] }): ReadActivity {
  const { dose, notUsed } = readDose(detail['extension'], exercise, `${path}.detail.extension`);
  const says = dose === undefined ? labelOf(detail) : undefined;
  const all = [...notUsed.map((one) => ({ ...one, ...(says !== undefined && { says }) })), ...others];
  return { exercises: dose === undefined ? [] : [{ exercise: exercise.id, ...dose, path }], notUsed: all };
}

// By our own codes and our own definitions, of whatever version; words and codes of others name nothing.
function namesIn(detail: UnknownRecord): ReadonlySet<string> {
  const code = isRecord(detail['code']) ? detail['code']['coding'] : undefined;
  const ofCodes = listOf(code).flatMap((one) =>
    isRecord(one) && one['system'] === codeSystems.exercise && typeof one['code'] === 'string' ? [one['code']] : [],
  );
  const address = addressOf('ActivityDefinition', '');
  const ofDefinitions = listOf(detail['instantiatesCanonical']).flatMap((one) =>
    typeof one === 'string' && one.startsWith(address) ? [one.slice(address.length).split('|')[0] ?? ''] : [],
  );
  return new Set([...ofCodes, ...ofDefinitions]);
}

// How an activity calls itself, for the person who looks for it; it decides nothing.
function labelOf({ code }: UnknownRecord): string | undefined {
  if (!isRecord(code)) return undefined;
  const shown = [code['text'], ...listOf(code['coding']).flatMap((one) => (isRecord(one) ? [one['display'], one['code']] : []))];
  const text = shown.find((one) => typeof one === 'string');
  return typeof text === 'string' ? tamedLine(text, longestLabel) : undefined;
}

// When and how often is the person's own week.
function partReason(key: string): NotUsedReason {
  return key.startsWith('scheduled') ? 'timing' : 'not-read';
}

function otherParts(activity: UnknownRecord, detail: UnknownRecord, path: string): readonly NotUsed[] {
  const reason = 'not-read';
  const extensions = listOf(detail['extension']).flatMap((one, index) =>
    isRecord(one) && one['url'] === doseExtension ? [] : [{ path: `${path}.detail.extension[${index}]`, reason } as const],
  );
  return [
    ...Object.keys(activity).filter((key) => key !== 'detail' && key !== 'id').map((key) => ({ path: `${path}.${key}`, reason }) as const),
    ...Object.keys(detail).filter((key) => !understood.has(key)).map((key) => ({ path: `${path}.detail.${key}`, reason: partReason(key) })),
    ...extensions,
  ];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
