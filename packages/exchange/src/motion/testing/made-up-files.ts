import { isTranslation } from '../coordinate-names.ts';
import type { Motion } from '../motion.ts';
import { writeMotionFile } from '../write-motion-file.ts';
import { madeUpRunning, madeUpWalking, makeUpMotion } from './made-up-motion.ts';

const madeUp = 'Made up from sine waves for tests. Not a recording of anybody.';

/** The made-up motions in every form of file that is read. */
export function madeUpFiles(): { readonly [file: string]: string } {
  const walking = makeUpMotion(madeUpWalking);
  const running = makeUpMotion(madeUpRunning);
  return {
    'made-up-walking.mot': writeMotionFile(walking, { name: walking.name, description: [madeUp] }),
    'made-up-walking-simm.mot': simmFile(walking),
    'made-up-running-radians.sto': radiansFile(running, (name) => name),
    'made-up-running-states.sto': radiansFile(running, statePath),
  };
}

// As gait2392 and older OpenSim write it: no word about units, knees downwards, columns of markers and of forces twice.
function simmFile({ name, timesSeconds, columns }: Motion): string {
  const names = Object.keys(columns);
  const extra = ['R.ASIS_tx', 'ground_force_vx', 'ground_force_vx'];
  const labels = ['time', ...names, ...extra];
  const header = [
    name,
    `nRows=${timesSeconds.length}`,
    `nColumns=${labels.length}`,
    '',
    '# SIMM Motion File Header:',
    `# ${madeUp}`,
    `name ${name}`,
    `datacolumns ${labels.length}`,
    `datarows ${timesSeconds.length}`,
    'otherdata 1',
    `range ${timesSeconds[0]} ${timesSeconds.at(-1)}`,
    'endheader',
    labels.join('\t'),
  ];
  const rows = timesSeconds.map((time, row) => {
    const values = names.map(
      (column) => (columns[column]?.[row] ?? 0) * (column.startsWith('knee_angle') ? -1 : 1),
    );
    return [time, ...values, 0.6, 0, 0].map((value) => `      ${value.toFixed(8)}`).join('\t');
  });
  return [...header, ...rows, ''].join('\r\n');
}

// As OpenSim 4 writes states: no row count, speeds beside values, radians.
function radiansFile({ timesSeconds, columns }: Motion, label: (coordinate: string) => string): string {
  const names = Object.keys(columns);
  const labels = names.flatMap((name) => [
    label(name),
    label(name).replace(/\/value$|$/, label(name).includes('/') ? '/speed' : '_u'),
  ]);
  const header = ['inDegrees=no', madeUp, 'DataType=double', 'version=3', 'OpenSimVersion=4.5', 'endheader'];
  const rows = timesSeconds.map((time, row) => {
    const values = names.flatMap((name) => [
      ((columns[name]?.[row] ?? 0) * (isTranslation(name) ? 180 : Math.PI)) / 180,
      0,
    ]);
    return [time, ...values].join('\t');
  });
  return [...header, ['time', ...labels].join('\t'), ...rows, ''].join('\n');
}

function statePath(coordinate: string): string {
  const joint =
    /^(pelvis|lumbar)/.exec(coordinate)?.[0] ?? coordinate.replace(/_(flexion|adduction|rotation|angle)/, '');
  return `/jointset/${joint}/${coordinate}/value`;
}
