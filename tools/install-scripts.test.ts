import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, readJson, type UnknownRecord } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from './command-line.ts';

function recordIn(file: string, key: string): UnknownRecord {
  const value = readJson(readFileSync(join(repositoryRoot, file), 'utf8'));
  const inner = isRecord(value) ? value[key] : undefined;
  if (!isRecord(inner)) throw new Error(`${file} has no ${key}`);
  return inner;
}

const packages = Object.entries(recordIn('package-lock.json', 'packages')).flatMap(([path, value]) => (isRecord(value) ? [{ path, value }] : []));
const allowed = recordIn('package.json', 'allowScripts');

describe('the lock file', () => {
  it('[HD-11] every package with a script that runs on installing is named in allowScripts, and only node may run its own', () => {
    const scripted = packages.filter(({ value }) => value['hasInstallScript'] === true).map(({ path }) => path.replace(/^.*node_modules\//, ''));
    expect(scripted.length).toBeGreaterThan(0);
    expect([...new Set(scripted)].toSorted()).toEqual(Object.keys(allowed).toSorted());
    expect(Object.entries(allowed).flatMap(([name, mayRun]) => (mayRun === true ? [name] : []))).toEqual(['node']);
  });

  it('[HD-11] names no host', () => {
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(({ value }) => String(value['resolved']).includes('://')).map(({ path }) => path)).toEqual([]);
  });
});
