/** A package or an app: the unit that has a floor. */
export interface Unit {
  readonly kind: 'package' | 'app';
  /** The folder's name: `core`, `web`. */
  readonly name: string;
  /** The folder from the repository's root: `packages/core`. */
  readonly folder: string;
}

/** The packages by floor, the lowest first. The apps stand above them all. */
const packageFloors: readonly (readonly string[])[] = [
  ['kernel'],
  ['core', 'body', 'knowledge'],
  ['exchange', 'figure', 'sync'],
];

const appNames: readonly string[] = ['web', 'cli', 'relay'];

/** The imports between two packages of one floor that are allowed. */
const sidewaysByName: Readonly<Record<string, readonly string[]>> = { exchange: ['figure'] };

/** Packages that see no clock, no randomness, no device, no Node and no dependency but those named below. */
const pureNames: readonly string[] = ['kernel', 'core', 'body', 'figure', 'sync', 'exchange'];

/** The libraries that a pure package may use all the same, and must list: cryptography is not ours to write. */
const librariesByName: Readonly<Record<string, readonly string[]>> = {
  sync: ['@noble/ciphers', '@noble/curves', '@noble/hashes', '@scure/bip39'],
};

/** Units that run in Node and may use its modules. */
const nodeNames: readonly string[] = ['cli', 'relay'];

/** What tests may import in a pure package besides the packages below it. */
export const testLibraries: readonly string[] = ['vitest', 'fast-check'];

/** The unit that a file belongs to, from its path from the root; undefined outside `packages` and `apps`. */
export function unitOfPath(path: string): Unit | undefined {
  const match = /^(packages|apps)\/([^/]+)\//.exec(path);
  const name = match?.[2];
  if (match === null || name === undefined) return undefined;
  return match[1] === 'apps'
    ? { kind: 'app', name, folder: `apps/${name}` }
    : { kind: 'package', name, folder: `packages/${name}` };
}

/** The unit that a name such as `@psoas/core` speaks of. */
export function unitOfName(name: string): Unit {
  return appNames.includes(name)
    ? { kind: 'app', name, folder: `apps/${name}` }
    : { kind: 'package', name, folder: `packages/${name}` };
}

/** A unit's floor, counted from 0 at the ground; undefined for one that has no place yet. */
export function floorOf(unit: Unit): number | undefined {
  if (unit.kind === 'app') return appNames.includes(unit.name) ? packageFloors.length : undefined;
  const floor = packageFloors.findIndex((names) => names.includes(unit.name));
  return floor === -1 ? undefined : floor;
}

/** True where `from` may import `to`: from a higher floor, from itself, or sideways by name. */
export function mayImport(from: Unit, to: Unit): boolean {
  if (from.folder === to.folder) return true;
  const fromFloor = floorOf(from);
  const toFloor = floorOf(to);
  if (fromFloor === undefined || toFloor === undefined) return false;
  return toFloor < fromFloor || (sidewaysByName[from.name]?.includes(to.name) ?? false);
}

/** True for a package that must stay pure. */
export function isPure(unit: Unit): boolean {
  return unit.kind === 'package' && pureNames.includes(unit.name);
}

/** True for a library that a pure package may use although it is pure. */
export function mayUseLibrary(unit: Unit, library: string): boolean {
  return librariesByName[unit.name]?.includes(library) ?? false;
}

/** True for an app that runs in Node. */
export function runsInNode(unit: Unit): boolean {
  return unit.kind === 'app' && nodeNames.includes(unit.name);
}
