/** What was found on a machine. Nothing in it is judged yet. */
export interface Machine {
  /** Versions as the programs print them; undefined where there is none. */
  readonly node: string;
  readonly npm: string | undefined;
  readonly git: string | undefined;
  readonly chromium: string | undefined;
  /** Why a named Chromium cannot be used. */
  readonly chromiumFault?: string;
  /** Where a PostgreSQL for tests would come from. */
  readonly postgres: string | undefined;
  /** Packages whose installed version is not that of package-lock.json. */
  readonly strayPackages: readonly string[];
  readonly freeMemoryBytes: number;
  readonly freeDiskBytes: number;
  /** The port of `npm start` is taken. */
  readonly portTaken: boolean;
  /** Programs of the longer trials by name: whether each is there. */
  readonly programs: Readonly<Record<string, boolean>>;
  readonly isRoot: boolean;
}

/** One thing that was looked at. */
export interface Finding {
  readonly what: string;
  readonly found: string;
  /** `lacks`: the two commands of the README fail without it. `note`: they do not, something else may. */
  readonly verdict: 'ok' | 'note' | 'lacks';
  readonly remedy?: string;
}

const gigabyte = 2 ** 30;
/** For Chromium, two databases and two test workers together. Own estimate. */
const neededMemoryBytes = 4 * gigabyte;
/** For the packages (0.7 GB), the built app and the databases of the tests. Own estimate. */
const neededDiskBytes = 3 * gigabyte;

/** What the machine lacks, and what to do about it: first what `npm start` and `npm test` need. */
export function judgeMachine(machine: Machine): readonly Finding[] {
  const { node, npm, git, strayPackages, freeMemoryBytes, freeDiskBytes } = machine;
  return [
    numbered('Node', node, 24, 'run this through npm (npm run doctor), after npm ci'),
    numbered('npm', npm, 10, 'install Node 20 or newer, which brings it'),
    {
      what: 'packages',
      found: strayPackages.length === 0 ? 'as package-lock.json says' : `${strayPackages.length} differ: ${strayPackages.slice(0, 3).join(', ')}`,
      ...lacksUnless(strayPackages.length === 0, 'npm ci'),
    },
    {
      what: 'Chromium',
      found: machine.chromium ?? machine.chromiumFault ?? 'none',
      ...lacksUnless(machine.chromium !== undefined, 'apt-get install chromium (as root npm test does it), npx playwright-core install chromium, or set CHROME_PATH'),
    },
    {
      what: 'PostgreSQL',
      found: machine.postgres ?? 'none',
      ...lacksUnless(machine.postgres !== undefined, 'npm ci, or set TEST_DATABASE_URL to one that tests may use'),
    },
    { what: 'memory', found: `${gigabytes(freeMemoryBytes)} free`, ...lacksUnless(freeMemoryBytes >= neededMemoryBytes, `close something: a whole test run needs about ${gigabytes(neededMemoryBytes)}`) },
    { what: 'disk', found: `${gigabytes(freeDiskBytes)} free`, ...lacksUnless(freeDiskBytes >= neededDiskBytes, `make room: ${gigabytes(neededDiskBytes)} are needed`) },
    { what: 'git', found: git ?? 'none', ...noteUnless(git !== undefined, 'install it to send in a change') },
    { what: 'port 8420', found: machine.portTaken ? 'taken' : 'free', ...noteUnless(!machine.portTaken, 'npm start takes the next one that is free') },
    ...Object.entries(machine.programs).map(
      ([name, isThere]): Finding => ({ what: name, found: isThere ? 'there' : 'none', ...noteUnless(isThere, useOfProgram[name] ?? 'used by a longer trial') }),
    ),
    { what: 'root', found: machine.isRoot ? 'yes' : 'no', ...noteUnless(machine.isRoot, 'npm run trial:power mounts a file system of its own') },
  ];
}

/** What each program is for; psoas itself needs none of them. */
export const useOfProgram: Readonly<Record<string, string>> = {
  zsh: 'npm test asks it about completion: node tools/setup-shells.ts',
  fish: 'npm test asks it about completion: node tools/setup-shells.ts',
  mandoc: 'npm test asks it about the manual page: node tools/setup-shells.ts',
  haproxy: 'npm run trial:failover needs it: apt-get install haproxy',
  pg_ctl: 'npm run trial:failover needs it: apt-get install postgresql',
  losetup: 'npm run trial:power needs it: apt-get install util-linux',
};

function numbered(what: string, version: string | undefined, least: number, remedy: string): Finding {
  const isEnough = version !== undefined && Number(/\d+/.exec(version)?.[0] ?? 0) >= least;
  return { what, found: version ?? 'none', ...lacksUnless(isEnough, `${remedy}; ${least} or newer is needed`) };
}

function lacksUnless(isThere: boolean, remedy: string): Pick<Finding, 'verdict' | 'remedy'> {
  return isThere ? { verdict: 'ok' } : { verdict: 'lacks', remedy };
}

function noteUnless(isThere: boolean, remedy: string): Pick<Finding, 'verdict' | 'remedy'> {
  return isThere ? { verdict: 'ok' } : { verdict: 'note', remedy };
}

function gigabytes(bytes: number): string {
  return `${(bytes / gigabyte).toFixed(1)} GB`;
}
