import { err, ok, type Result } from '@psoas/kernel';
import type { LineReader } from './line-reader.ts';
import type { AngleUnit } from './motion.ts';
import type { MotionProblem } from './motion-problem.ts';

/** What stands above `endheader`. */
export type MotionHeader = {
  readonly name: string;
  /** Rows and columns as the header states them; absent where it does not. */
  readonly statedRows?: number;
  readonly statedColumns?: number;
  /** The unit that the header names, or that its style stands for. */
  readonly unit?: AngleUnit;
  /** The line that says the unit; the line of `endheader` where none does. */
  readonly unitLine: number;
};

type Draft = {
  name?: string;
  rows?: number;
  columns?: number;
  isSimm: boolean;
  hasVersion: boolean;
  unit?: AngleUnit;
  unitLine?: number;
};

/** More lines than any header has: a file without `endheader` is refused before it is read whole. */
const headerLinesLimit = 1000;

/**
 * Reads the header of OpenSim (`nRows=`, `inDegrees=`) and that of SIMM (`datarows 51`), or both together as older
 * OpenSim wrote them. Lines it does not know are descriptions. Unit as OpenSim decides it: `inDegrees`, or for files
 * without a version the line "Angles are in ..."; a SIMM header without a version means degrees.
 */
export function readHeader(lines: LineReader): Result<MotionHeader, MotionProblem> {
  const draft: Draft = { isSimm: false, hasVersion: false };
  for (let count = 0; count < headerLinesLimit; count += 1) {
    const line = lines.next();
    if (line === undefined) break;
    const text = line.trim();
    const { key, rest } = keyAndRest(text);
    if (key.toLowerCase() === 'endheader') return ok(finish(draft, lines.number()));
    const problem = takeLine(draft, { text, key, rest, line: lines.number() });
    if (problem !== undefined) return err(problem);
  }
  return err({ id: 'no-header-end', line: lines.number() });
}

function keyAndRest(text: string): { readonly key: string; readonly rest: string } {
  const end = text.search(/[\s=]/);
  if (end === -1) return { key: text, rest: '' };
  return { key: text.slice(0, end), rest: text.slice(end).replace(/^[\s=]+/, '') };
}

type HeaderLine = {
  readonly text: string;
  readonly key: string;
  readonly rest: string;
  readonly line: number;
};

function takeLine(draft: Draft, found: HeaderLine): MotionProblem | undefined {
  switch (found.key) {
    case 'name':
      draft.name = found.rest;
      return undefined;
    case 'version':
      draft.hasVersion = Number(found.rest) >= 1;
      return undefined;
    case 'nRows':
    case 'nr':
    case 'datarows':
      draft.isSimm ||= found.key === 'datarows';
      return takeCount(found, (count) => (draft.rows = count));
    case 'nColumns':
    case 'nc':
    case 'datacolumns':
      draft.isSimm ||= found.key === 'datacolumns';
      return takeCount(found, (count) => (draft.columns = count));
    case 'inDegrees':
      return takeInDegrees(draft, found);
    default:
      takeDescription(draft, found);
      return undefined;
  }
}

function takeCount(found: HeaderLine, take: (count: number) => void): MotionProblem | undefined {
  if (!/^\d{1,9}$/.test(found.rest)) return badValue(found, '1, 2, 3, …');
  take(Number(found.rest));
  return undefined;
}

function takeInDegrees(draft: Draft, found: HeaderLine): MotionProblem | undefined {
  const word = found.rest.toLowerCase();
  if (!['yes', 'y', 'no', 'n'].includes(word)) return badValue(found, 'yes, no');
  draft.unit = word.startsWith('y') ? 'degrees' : 'radians';
  draft.unitLine = found.line;
  return undefined;
}

function badValue({ line, key, rest }: HeaderLine, allowed: string): MotionProblem {
  return { id: 'header-value', line, key, found: rest.slice(0, 60), allowed };
}

function takeDescription(draft: Draft, { text, line }: HeaderLine): void {
  const unit = /^angles are in (degrees|radians)\b/i.exec(text)?.[1]?.toLowerCase();
  if (unit === 'degrees' || unit === 'radians') {
    draft.unit ??= unit;
    draft.unitLine ??= line;
  } else if (line === 1 && !text.includes('=')) draft.name ??= text;
}

function finish(draft: Draft, line: number): MotionHeader {
  const unit = draft.unit ?? (draft.isSimm && !draft.hasVersion ? 'degrees' : undefined);
  return {
    name: (draft.name ?? '').slice(0, 200),
    ...(draft.rows === undefined ? {} : { statedRows: draft.rows }),
    ...(draft.columns === undefined ? {} : { statedColumns: draft.columns }),
    ...(unit === undefined ? {} : { unit }),
    unitLine: draft.unitLine ?? line,
  };
}
