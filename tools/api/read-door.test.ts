import { describe, expect, it } from 'vitest';
import { packagePage } from './package-page.ts';
import { readDoor } from './read-door.ts';

const textByPath: Readonly<Record<string, string>> = {
  'packages/gait/src/index.ts': `/** How somebody walks. Pure. */
export { stride, type Stride as Step } from './stride.ts';
export * from './phase.ts';
export { sha256 } from '@noble/hashes/sha2.js';
`,
  'packages/gait/src/stride.ts': `/** One step and its other. */
export type Stride = { readonly metres: number };
const hidden = 1;

/**
 * The length of a stride, in metres.
 * @throws Error below zero.
 */
export function stride(metres: number): Stride {
  return { metres: metres + hidden };
}
`,
  'packages/gait/src/phase.ts': `/** Both phases. */
export const phases = ['stance', 'swing'] as const;
export type Phase = (typeof phases)[number];
// Not a doc comment.
export const stanceShare = 0.6;
`,
};
const fileByPath = (path: string): { readonly path: string; readonly text: string } | undefined => {
  const text = textByPath[path];
  return text === undefined ? undefined : { path, text };
};
const door = readDoor('@psoas/gait', 'packages/gait/src/index.ts', fileByPath);

describe('what a package offers', () => {
  it('is followed to where it is declared, under the name that others import', () => {
    expect(door.names.map(({ name, kind, path }) => [name, kind, path])).toEqual([
      ['stride', 'function', 'packages/gait/src/stride.ts'],
      ['Step', 'type', 'packages/gait/src/stride.ts'],
      ['phases', 'constant', 'packages/gait/src/phase.ts'],
      ['Phase', 'type', 'packages/gait/src/phase.ts'],
      ['stanceShare', 'constant', 'packages/gait/src/phase.ts'],
      ['sha256', 'constant', 'packages/gait/src/index.ts'],
    ]);
  });

  it('has its doc comment, and none where only another comment stands', () => {
    expect(door.names.map(({ doc }) => doc)).toEqual([
      'The length of a stride, in metres.\n@throws Error below zero.',
      'One step and its other.',
      'Both phases.',
      'One of `phases`.',
      '',
      'Handed on from the library @noble/hashes/sha2.js.',
    ]);
    expect(door.doc).toBe('How somebody walks. Pure.');
  });

  it('shows a declaration without the body of the function', () => {
    expect(door.names[0]?.signature).toBe('function stride(metres: number): Stride');
    expect(packagePage('gait', [door])).toContain('### stride\n\nThe length of a stride, in metres.\n\n@throws Error below zero.\n\n```typescript\nfunction stride(metres: number): Stride\n```');
  });

  it('says which file or name is not there', () => {
    const broken = (text: string): (() => unknown) => () => readDoor('@psoas/gait', 'index.ts', (path) => (path === 'index.ts' ? { path, text } : fileByPath(`packages/gait/src/${path}`)));
    expect(broken("export { pace } from './stride.ts';")).toThrow("'pace'");
    expect(broken("export { pace } from './pace.ts';")).toThrow('no file pace.ts');
  });
});
