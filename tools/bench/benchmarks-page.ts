import type { LocalDate } from '@psoas/kernel';
import { rowsOf, rowsToMarkdown, type Outcome } from './bench-table.ts';

/** What everything ran on. */
export type Machine = {
  /** Name and value of what a reader compares: processor, memory, system, programs. */
  readonly parts: readonly (readonly [name: string, value: string])[];
  readonly cores: number;
  /** Processes that wanted a processor, on average over a minute: before the bench and at its end. */
  readonly loads: readonly number[];
};

/** The text of docs/benchmarks.md. */
export function benchmarksPage(outcomes: readonly Outcome[], machine: Machine, date: LocalDate): string {
  const parts = [...machine.parts, ['load average, at the start and at the end', machine.loads.map((load) => load.toFixed(1)).join(', ')] as const];
  return [
    '# Benchmarks',
    'What psoas takes, and how that was measured. This page is written by `npm run bench -- --write`: change what it says there, in `tools/bench`.',
    `Measured on ${date}, on this machine:`,
    ['| part | value |', '|---|---|', ...parts.map(([name, value]) => `| ${name} | ${value} |`)].join('\n'),
    ...(isBusy(machine) ? ['**The machine had other work meanwhile.** Times are longer than on a quiet one, and least and most lie further apart; ratios suffer less.'] : []),
    'Median, least and most of all runs. Both sides of a ratio are measured in the same run, one right after the other, so that a slow or busy machine slows both.',
    rowsToMarkdown(rowsOf(outcomes)),
    '## How it is measured',
    outcomes.map(({ measurement: { id, what, how } }) => `- \`${id}\`, ${what}. ${how}`).join('\n'),
    '## Again on your machine',
    repeating,
    '',
  ].join('\n\n').trimEnd().concat('\n');
}

const repeating = [
  '- `npm run bench` measures all but what is apart (`npm run bench -- --list` says what is), and prints the table. It fails where a bar is missed.',
  '- `npm run bench -- --only relay` measures only this; give `--only` more than once for more. `--runs 5` changes how often, `--json` prints all runs.',
  '- `npm run bench -- --check` compares the ratios with those stored in `tools/bench/ratios.json`. One fails where its median got worse by more than a tenth and by more than the spread of the runs (from the lower to the upper quartile, the stored ones or those of now, whichever is wider). What fails is measured a second time, and only what fails twice counts.',
  '- `npm run bench -- --write` measures everything, and writes this page and the ratios. Nothing else should run meanwhile.',
].join('\n');

// By the load before: at the end it is that of the bench itself.
function isBusy({ loads: [before = 0], cores }: Machine): boolean {
  return before > cores / 2;
}
