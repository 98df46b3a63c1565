import type { LocalDate, Problem, Result } from '@psoas/kernel';
import { err, ok } from '@psoas/kernel';
import { createStrictReader, type StrictReader } from './strict-reader.ts';

/** Why something that came through a shared feed is not understood. It changes nothing. */
export type FeedProblem =
  | { readonly type: 'damaged'; readonly problems: readonly Problem[] }
  | { readonly type: 'unknown-kind'; readonly kind: string }
  /** Written by a newer psoas. */
  | { readonly type: 'newer-version'; readonly kind: string; readonly version: number; readonly known: number };

/** [SH-05] What is around the data of every event of a share. */
export type ReadEnvelope<Kind extends string> = {
  readonly id: string;
  readonly kind: Kind;
  readonly version: number;
  readonly atMillis: number;
  readonly day: LocalDate;
  readonly data: StrictReader;
};

const longestId = 100;

/** Reads the envelope; the data is read by the caller, who also looks into `problems` at the end. */
export function readEnvelope<Kind extends string>(
  input: unknown,
  { kinds, known, problems }: { readonly kinds: readonly Kind[]; readonly known: number; readonly problems: Problem[] },
): Result<ReadEnvelope<Kind>, FeedProblem> {
  const reader = createStrictReader(input, '', problems);
  const id = reader?.line('id', longestId);
  const kindText = reader?.line('kind', longestId);
  const version = reader?.number('version', { min: 1, max: 1000, whole: true });
  const atMillis = reader?.number('atMillis', { min: 0, max: 8.64e15 });
  const day = reader?.day('day');
  if (kindText === undefined || version === undefined) return err({ type: 'damaged', problems });
  const kind = kinds.find((each) => each === kindText);
  if (kind === undefined) return err({ type: 'unknown-kind', kind: kindText });
  if (version > known) return err({ type: 'newer-version', kind, version, known });
  const data = reader?.inner('data');
  if (id === undefined || atMillis === undefined || day === undefined || data === undefined) return err({ type: 'damaged', problems });
  return ok({ id, kind, version, atMillis, day, data });
}
