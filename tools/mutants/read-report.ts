import { createFieldReader, isRecord, type Problem } from '@psoas/kernel';

/** A change of the code that no test noticed. */
export type Survivor = { readonly line: number; readonly column: number; readonly mutation: string; readonly replacement: string; readonly isCovered: boolean };

/** What became of the mutants of one file. */
export type FileOutcome = {
  readonly path: string;
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  readonly notCovered: number;
  /** Mutants that could not be loaded at all; they count neither way. */
  readonly broken: number;
  readonly survivors: readonly Survivor[];
};

/** The share of noticed mutants, 0 to 100, among those that could be run; 100 where there are none. */
export function killedPercent(outcomes: readonly Pick<FileOutcome, 'killed' | 'timedOut' | 'survived' | 'notCovered'>[]): number {
  const noticed = outcomes.reduce((sum, { killed, timedOut }) => sum + killed + timedOut, 0);
  const missed = outcomes.reduce((sum, { survived, notCovered }) => sum + survived + notCovered, 0);
  return noticed + missed === 0 ? 100 : (noticed / (noticed + missed)) * 100;
}

/** Reads a mutation report (the schema of mutation-testing-elements); what it holds of other files is left out. */
export function readReport(text: string, paths: readonly string[]): readonly FileOutcome[] {
  const report: unknown = JSON.parse(text);
  const files = isRecord(report) ? report['files'] : undefined;
  if (!isRecord(files)) throw new Error('the report has no `files`: run it anew with an empty .cache/mutants');
  return paths.flatMap((path) => {
    const file = files[path];
    return isRecord(file) && Array.isArray(file['mutants']) ? [outcomeOf(path, file['mutants'])] : [];
  });
}

function outcomeOf(path: string, mutants: readonly unknown[]): FileOutcome {
  const read = mutants.map(readMutant);
  const count = (...statuses: readonly string[]): number => read.filter(({ status }) => statuses.includes(status)).length;
  return {
    path,
    killed: count('Killed'),
    timedOut: count('Timeout'),
    survived: count('Survived'),
    notCovered: count('NoCoverage'),
    broken: count('RuntimeError', 'CompileError'),
    survivors: read.flatMap(({ status, survivor }) => (status === 'Survived' || status === 'NoCoverage' ? [survivor] : [])),
  };
}

function readMutant(mutant: unknown): { readonly status: string; readonly survivor: Survivor } {
  const problems: Problem[] = [];
  const reader = createFieldReader(mutant, 'mutant', problems);
  const location = isRecord(mutant) && isRecord(mutant['location']) ? mutant['location'] : {};
  const start = createFieldReader(location['start'], 'mutant.location.start', problems);
  const [status, mutation] = [reader?.text('status'), reader?.text('mutatorName')];
  const [line, column] = [start?.number('line', { min: 1, max: 1e6 }), start?.number('column', { min: 1, max: 1e6 })];
  if (status === undefined || mutation === undefined || line === undefined || column === undefined)
    throw new Error(`the report is damaged: ${problems.map(({ field }) => field).join(', ')}`);
  const replacement = isRecord(mutant) && typeof mutant['replacement'] === 'string' ? mutant['replacement'] : '';
  return { status, survivor: { line, column, mutation, replacement, isCovered: status === 'Survived' } };
}
