import { describe, expect, it } from 'vitest';
import { fileOfExport, parseManifest } from './package-exports.ts';

describe('package exports', () => {
  const manifest = parseManifest(
    '{"exports":{".":"./src/index.ts","./article/*":"./src/articles/*.ts"},"dependencies":{"a":"1"},"peerDependencies":{"b":"1"}}',
  );

  it('leads a path to its file', () => {
    expect(fileOfExport(manifest, '.')).toBe('./src/index.ts');
    expect(fileOfExport(manifest, './article/posture')).toBe('./src/articles/posture.ts');
    expect(fileOfExport(manifest, './articles')).toBeUndefined();
  });

  it('lists dependencies of both kinds', () => {
    expect(manifest.dependencies).toEqual(['a', 'b']);
  });

  it('takes an unknown form as an empty list', () => {
    expect(parseManifest('{"exports":7,"dependencies":null}')).toEqual({
      exportsByPath: {},
      dependencies: [],
      devDependencies: [],
    });
  });
});
