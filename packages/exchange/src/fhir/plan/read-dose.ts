import type { CatalogueExercise, Dose, DoseRange } from '@psoas/core/catalogue';
import { isRecord, sidesOrBoth } from '@psoas/kernel';
import { doseExtension } from '../systems.ts';
import type { ImportedExercise, NotUsed } from './imported-plan.ts';

type ReadAmount = Pick<ImportedExercise, 'side' | 'sets' | 'reps' | 'holdSeconds'>;
type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A dose as far as the plan says it; undefined when a part of it cannot be what this exercise is done with. */
type ReadDose = { readonly dose: ReadAmount | undefined; readonly notUsed: readonly NotUsed[] };

/** Reads our extension for the dose. An amount counts up to the most that the exercise is ever done with; beyond that nothing is bent. */
export function readDose(extensions: unknown, exercise: CatalogueExercise, path: string): ReadDose {
  const found = (Array.isArray(extensions) ? extensions : []).flatMap((one: unknown, index) =>
    isRecord(one) && one['url'] === doseExtension ? [{ parts: one['extension'], at: `${path}[${index}]` }] : [],
  );
  const [first, second] = found;
  if (first === undefined) return { dose: {}, notUsed: [] };
  if (second !== undefined) return refused(second.at, 'there once');
  if (!Array.isArray(first.parts)) return refused(`${first.at}.extension`, 'a list');
  return readParts(first.parts, `${first.at}.extension`, exercise);
}

function refused(path: string, allowed: string): ReadDose {
  return { dose: undefined, notUsed: [{ path, reason: 'amount', allowed }] };
}

function readParts(parts: readonly unknown[], path: string, exercise: CatalogueExercise): ReadDose {
  const dose: Writable<ReadAmount> = {};
  const notUsed: NotUsed[] = [];
  const seen = new Set<unknown>();
  for (const [index, part] of parts.entries()) {
    const at = `${path}[${index}]`;
    const name = isRecord(part) ? part['url'] : undefined;
    if (!isRecord(part) || seen.has(name)) return refused(at, 'a part that stands once');
    seen.add(name);
    if (name === 'side') {
      const side = sidesOrBoth.find((one) => one === part['valueCode']);
      if (side === undefined) return refused(`${at}.valueCode`, sidesOrBoth.join(' | '));
      dose.side = side;
    } else if (name === 'sets' || name === 'reps' || name === 'holdSeconds') {
      const key = name === 'holdSeconds' ? 'valueDecimal' : 'valueInteger';
      const range = rangeOf(exercise, name);
      if (range === undefined) return refused(at, name === 'reps' ? 'left out: this exercise is held' : 'left out: this exercise is counted');
      const value = part[key];
      if (typeof value !== 'number' || !Number.isInteger(value) || value < range.min || value > range.max)
        return refused(`${at}.${key}`, `a whole number from ${range.min} to ${range.max}`);
      dose[name] = value;
    } else notUsed.push({ path: at, reason: 'not-read' });
  }
  return { dose, notUsed };
}

// Up to the most of all the ways in which the exercise is done. Less is always allowed: a short day has one set.
function rangeOf({ doses }: CatalogueExercise, name: 'sets' | 'reps' | 'holdSeconds'): Pick<DoseRange, 'min' | 'max'> | undefined {
  const ranges = Object.values<Dose | undefined>(doses).flatMap((dose) => dose?.[name] ?? []);
  return ranges.length === 0 ? undefined : { min: 1, max: Math.max(...ranges.map(({ max }) => max)) };
}
