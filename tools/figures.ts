import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { builds, tones, type SvgLook } from '@psoas/figure';
import { readCommandLine, repositoryRoot } from './command-line.ts';
import { movementCells, sheetPage, sheetSvg } from './figures/sheet.ts';
import { readMovementFile } from './poses/movement-file.ts';

const usage = `npm run figures -- [--movement <id>] [--out <file>] [--html] [--dark] [--print] [--build woman|man|woman-full|man-slight]

Draws every posture of the movements in packages/knowledge/src/movements as one SVG and one HTML page. Reads the source
files, so that a posture can be looked at while it is written.

  --movement <id>  only this movement
  --out <file>     where to write; without it look/figures/all.svg and all.html
  --html           write a page to --out instead of an SVG
  --dark           the colours of the dark theme
  --print          black and white
  --build <name>   the person to draw; without it all of them in turn
  --help           print this

Exit code: 0 drawn, 1 no such movement, 2 wrong command line.`;

const options = {
  movement: { type: 'string' },
  out: { type: 'string' },
  build: { type: 'string' },
  html: { type: 'boolean' },
  dark: { type: 'boolean' },
  print: { type: 'boolean' },
} as const;

const toneList = Object.values(tones);

function main(words: readonly string[]): number {
  const line = readCommandLine(words, options, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const [id, out, build] = ['movement', 'out', 'build'].map((name) => {
    const value = line.options[name];
    return typeof value === 'string' ? value : undefined;
  });
  const [isHtml, isDark, isPrint] = ['html', 'dark', 'print'].map((name) => line.options[name] === true);
  const theme: SvgLook['theme'] = isPrint === true ? 'print' : isDark === true ? 'dark' : 'light';
  const chosen = Object.entries(builds).filter(([name]) => build === undefined || build === name);
  const folder = join(repositoryRoot, 'packages/knowledge/src/movements');
  const paths = globSync('*.yaml', { cwd: folder })
    .filter((name) => id === undefined || basename(name, '.yaml') === id)
    .toSorted();
  const cells = paths.flatMap((name, index) => {
    const person = chosen[index % Math.max(1, chosen.length)]?.[1] ?? builds.woman;
    return movementCells(readMovementFile(join(folder, name)).movement, {
      theme,
      build: person,
      tone: toneList[index % toneList.length] ?? tones.sand,
    });
  });
  if (cells.length === 0) {
    console.error('No movement to draw.');
    return 1;
  }
  const standard = join(repositoryRoot, 'look/figures/all');
  const files: readonly (readonly [string, string])[] =
    out === undefined
      ? [
          [`${standard}.svg`, sheetSvg(cells, isDark === true)],
          [`${standard}.html`, sheetPage(cells, isDark === true)],
        ]
      : [[out, isHtml === true ? sheetPage(cells, isDark === true) : sheetSvg(cells, isDark === true)]];
  for (const [path, text] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(path);
  }
  return 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
