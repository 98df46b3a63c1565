import { describe, expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

const node = (script: string): { program: string; words: string[] } => ({
  program: process.execPath,
  words: ['-e', script],
});

describe('runCommand', () => {
  it('keeps both outputs and the exit code', async () => {
    const result = await runCommand(
      node("process.stdout.write('out '); process.stderr.write('err'); process.exit(3)"),
    );
    expect(result.exitCode).toBe(3);
    expect(result.output).toContain('out');
    expect(result.output).toContain('err');
  });

  it('hands the environment on', async () => {
    const result = await runCommand({
      ...node('process.stdout.write(process.env.PSOAS_SAMPLE)'),
      env: { PSOAS_SAMPLE: 'here' },
    });
    expect(result.output).toBe('here');
  });

  it('says that a program does not exist', async () => {
    const result = await runCommand({ program: 'psoas-no-such-program', words: [] });
    expect(result).toMatchObject({ exitCode: 127 });
    expect(result.output).toContain('psoas-no-such-program did not start');
  });

  it('stops what takes too long', async () => {
    const result = await runCommand({ ...node('setInterval(() => {}, 1000)'), timeoutSeconds: 0.2 });
    expect(result).toMatchObject({ exitCode: 124 });
    expect(result.output).toContain('stopped after 0.2 s');
  });
});
