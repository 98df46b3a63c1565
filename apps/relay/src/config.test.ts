import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig, usage } from './config.ts';

describe('the settings of a relay', () => {
  it('[RE-13] come from the command line first, then from the environment, then from defaults', () => {
    const config = readConfig(['--port', '9000'], {
      PSOAS_RELAY_PORT: '9001',
      PSOAS_RELAY_DATA: '/srv/relay',
    });
    expect(config).toMatchObject({
      ok: true,
      value: {
        port: 9000,
        host: '127.0.0.1',
        storage: { kind: 'sqlite', folder: '/srv/relay' },
        keyFile: '/srv/relay/relay.key',
        quota: { entries: 50_000, bytes: 20_971_520 },
      },
    });
  });

  it.each([
    [['--port', 'x'], { PSOAS_RELAY_DATA: 'd' }, /PSOAS_RELAY_PORT/],
    [['--colour'], {}, /--colour/],
    [[], {}, /--data <folder>, or DATABASE_URL/],
    [[], { DATABASE_URL: 'postgres://h/d' }, /PSOAS_RELAY_KEY_FILE/],
    [[], { DATABASE_URL: 'mysql://h/d', PSOAS_RELAY_DATA: 'd' }, /DATABASE_URL: postgres/],
    [[], { PSOAS_RELAY_HOST: '0.0.0.0', PSOAS_RELAY_DATA: 'd' }, /PSOAS_RELAY_ORIGIN/],
    [[], { PSOAS_RELAY_ORIGIN: 'https://Relay.example/', PSOAS_RELAY_DATA: 'd' }, /PSOAS_RELAY_ORIGIN/],
  ] as const)('[RE-13] %j with %j is refused by name', (words, environment, fault) => {
    const config = readConfig(words, environment);
    if (config.ok) throw new Error('taken');
    expect(config.error.exitCode).toBe(2);
    expect(config.error.text).toMatch(fault);
  });

  it('[RE-13] are all in --help, and the compose file names no others', () => {
    const named = (path: string): ReadonlySet<string> =>
      new Set(readFileSync(join(import.meta.dirname, path), 'utf8').match(/PSOAS_RELAY_[A-Z_]+[A-Z]/g));
    for (const name of [...named('config.ts'), ...named('../compose.yaml')]) expect(usage).toContain(name);
    const help = readConfig(['--help'], {});
    expect(help).toEqual({ ok: false, error: { text: usage, exitCode: 0 } });
  });
});
