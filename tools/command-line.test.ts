import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';

const table = { json: { type: 'boolean' }, port: { type: 'string' } } as const;

describe('readCommandLine', () => {
  it('gives the options', () => {
    const line = readCommandLine(['--json', '--port', '9000'], table, 'usage');
    expect(line).toMatchObject({ kind: 'run', options: { json: true, port: '9000' } });
  });

  it('stops with the usage on --help', () => {
    expect(readCommandLine(['--help'], table, 'usage')).toEqual({ kind: 'stop', text: 'usage', exitCode: 0 });
  });

  it('names an option that it does not know, and stops with 2', () => {
    const line = readCommandLine(['--colour'], table, 'usage');
    expect(line).toMatchObject({ kind: 'stop', exitCode: 2 });
    expect(line.kind === 'stop' && line.text).toMatch(/--colour[\s\S]*usage/);
  });

  it('refuses a stray word', () => {
    expect(readCommandLine(['everything'], table, 'usage')).toMatchObject({ kind: 'stop', exitCode: 2 });
  });
});
