import type { Motion } from './motion.ts';

/** What stands above the numbers besides their count. */
export type WrittenHeader = {
  /** The name that OpenSim shows for the motion. */
  readonly name: string;
  /** Lines of description below the name; for people, no program reads them. */
  readonly description?: readonly string[];
};

/**
 * Writes a motion as a `.mot` file in degrees that OpenSim 4 opens (MOT-10). Numbers are written in full, so that
 * reading gives the same ones again.
 */
export function writeMotionFile(motion: Motion, { name, description = [] }: WrittenHeader): string {
  const columns = Object.entries(motion.columns);
  const header = [
    headerText(name) || 'motion',
    'version=1',
    `nRows=${motion.timesSeconds.length}`,
    `nColumns=${columns.length + 1}`,
    'inDegrees=yes',
    ...description.map((line) => `# ${headerText(line)}`),
    'endheader',
    ['time', ...columns.map(([coordinate]) => coordinate)].join('\t'),
  ];
  const rows = motion.timesSeconds.map((time, row) =>
    [time, ...columns.map(([, values]) => values[row] ?? 0)].join('\t'),
  );
  return [...header, ...rows, ''].join('\n');
}

// A name that spans lines or reads like a header line would change what the file says.
function headerText(text: string): string {
  const line = text
    .replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .trim();
  return /^(endheader|name|version|n[RrCc]\w*|data\w+|inDegrees|range)(?=$|[\s=])/i.test(line)
    ? `motion ${line}`
    : line;
}
