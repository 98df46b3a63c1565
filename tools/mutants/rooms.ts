import { globSync } from 'node:fs';

/** A room whose code is mutated, and the tests that can notice it. Paths are from the repository's root. */
export type Room = {
  readonly name: string;
  readonly sources: string;
  /** Globs. The long lives of tools/people are left out: they take minutes, and a mutant has seconds. */
  readonly tests: readonly string[];
  /** Files with nothing to decide, each with the reason why mutating it says nothing. */
  readonly leftOut: Readonly<Record<string, string>>;
};

const doors = 'only hands on what other files export';
const types = 'only types';

const safetyTests = ['packages/core/src/safety/**/*.test.ts', 'tools/people/people.test.ts', 'tools/docs/safety-page.test.ts'];
// Tests of sharing and progress fold whole diaries while they load: then every mutant would ask for all tests.
const diaryTests = ['packages/core/src/diary/**/*.test.ts'];

/** The rooms in which a broken rule could hurt somebody or lose what they entered. */
const rooms: readonly Room[] = [
  {
    name: 'safety',
    sources: 'packages/core/src/safety',
    tests: safetyTests,
    leftOut: { 'index.ts': doors, 'flag-ids.ts': 'a list of ids: the compiler refuses an id that is not on it' },
  },
  {
    name: 'diary',
    sources: 'packages/core/src/diary',
    tests: diaryTests,
    leftOut: { 'index.ts': doors, 'event.ts': types, 'diary-state.ts': types, 'event-stamp.ts': types },
  },
  { name: 'diary-steps', sources: 'packages/core/src/diary/steps', tests: diaryTests, leftOut: { 'step-change.ts': types } },
  { name: 'diary-retest', sources: 'packages/core/src/diary/retest', tests: diaryTests, leftOut: {} },
  { name: 'diary-events', sources: 'packages/core/src/diary/events', tests: diaryTests, leftOut: {} },
];

/** A room and those of its files that are to be mutated. */
export type RoomToRun = { readonly room: Room; readonly files: readonly string[] };

/** The files to mutate, by room. `only` names files, and folders with all below them; an empty list is everything. */
export function filesByRoom(root: string, only: readonly string[]): readonly RoomToRun[] {
  const wanted = only.map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''));
  const isWanted = (path: string): boolean => wanted.length === 0 || wanted.some((one) => path === one || path.startsWith(`${one}/`));
  return rooms
    .map((room) => ({ room, files: sourcesOf(room, root).filter(isWanted) }))
    .filter(({ files }) => files.length > 0);
}

function sourcesOf({ sources, leftOut }: Room, root: string): readonly string[] {
  return globSync('*.ts', { cwd: `${root}/${sources}` })
    .filter((name) => !name.endsWith('.test.ts') && !Object.hasOwn(leftOut, name))
    .map((name) => `${sources}/${name}`)
    .toSorted();
}
