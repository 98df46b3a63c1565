import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicyForPage, securityHeaders } from '../security-headers.ts';
import { createAppServer } from './app-server.ts';
import { close, listen } from './listen.ts';
import { serveRelay } from './serve-relay.ts';

let dist = '';
let server: Server;
let address = '';

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'psoas-serve-'));
  mkdirSync(join(dist, 'assets'));
  mkdirSync(join(dist, '.vite'));
  writeFileSync(join(dist, 'index.html'), '<title>psoas</title>');
  writeFileSync(join(dist, 'service-worker.js'), 'self.x = 1;');
  writeFileSync(join(dist, 'assets/main-BxK3_9aQ.js'), 'main();');
  writeFileSync(join(dist, '.vite/manifest.json'), '{}');
  server = createAppServer(dist);
  address = await listen(server, 0);
});

afterAll(async () => {
  await close(server);
  rmSync(dist, { recursive: true, force: true });
});

const get = (path: string, init?: RequestInit): Promise<Response> => fetch(`${address}${path}`, init);

describe('createAppServer', () => {
  it.each(['/', '/check/half-kneeling', '/service-worker.js', '/missing.js', '/%E0%A4%A'])(
    'sends every security header with %s',
    async (path) => {
      const { headers } = await get(path);
      for (const [name, value] of Object.entries(securityHeaders)) expect(headers.get(name)).toBe(value);
    },
  );

  it('[HD-06] the policy allows our own files, two policies for the addresses of workers and one for data, and nothing unsafe', () => {
    const policy = new Map((securityHeaders['Content-Security-Policy'] ?? '').split('; ').map((directive): [string, string] => [directive.slice(0, directive.indexOf(' ')), directive.slice(directive.indexOf(' ') + 1)]));
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('require-trusted-types-for')).toBe("'script'");
    expect(policy.get('trusted-types')).toBe('psoas psoas-worker psoas-data');
    for (const directive of ['script-src', 'style-src', 'connect-src', 'worker-src']) expect(policy.get(directive)).toBe("'self'");
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|https?:|wasm|nonce/);
    expect(contentSecurityPolicyForPage).toContain("require-trusted-types-for 'script'; trusted-types psoas psoas-worker psoas-data");
  });

  it('gives the page for the path of a screen, uncached', async () => {
    const response = await get('/check/half-kneeling');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('<title>psoas</title>');
  });

  it('keeps files with a hash for ever, and asks for all others', async () => {
    expect((await get('/assets/main-BxK3_9aQ.js')).headers.get('cache-control')).toMatch(/immutable/);
    expect((await get('/service-worker.js')).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/assets/no-such-screen')).headers.get('cache-control')).toBe('no-cache');
  });

  it('answers 404 for a file that is not there, and for files of the build itself', async () => {
    expect((await get('/missing.js')).status).toBe(404);
    expect((await get('/.vite/manifest.json')).status).toBe(404);
    expect((await get('/..%2f..%2fetc/passwd.txt')).status).toBe(404);
  });

  it('answers 304 when nothing changed', async () => {
    const etag = (await get('/')).headers.get('etag') ?? 'none';
    expect((await get('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('takes no writing requests', async () => {
    expect((await get('/', { method: 'POST' })).status).toBe(405);
  });
});

describe('createAppServer with a relay', () => {
  it('[RE-14] hands the paths of the relay to it, and no others', async () => {
    const both = createAppServer(dist, (request, response) => response.end(`relay ${request.url}`));
    const own = await listen(both, 0);
    for (const path of [
      '/v1/relay',
      '/v1/feeds/x/pull?y',
      '/openapi.json',
      '/healthz',
      '/readyz',
      '/metrics',
      '/calendar/abc.ics',
    ])
      expect(await (await fetch(own + path)).text()).toBe(`relay ${path}`);
    for (const path of ['/', '/v1', '/v12/', '/calendar', '/metrics/today', '/healthzone'])
      expect(await (await fetch(own + path)).text()).toContain('<title>psoas</title>');
    await close(both);
  });

  it('[RE-14] answers as a relay of its own, on the origin of the app', async () => {
    const folder = join(dist, 'relay');
    const relay = await serveRelay(0, { PSOAS_RELAY_DATA: folder });
    const both = createAppServer(dist, relay.answer);
    const own = await listen(both, 0);
    expect((await fetch(`${own}/readyz`)).status).toBe(200);
    const refused = await fetch(`${own}/v1/feeds/${'0'.repeat(64)}/pull`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect([refused.status, await refused.json()]).toMatchObject([400, { refused: 'wrong-length' }]);
    await close(both);
    await relay.close();
  });
});

describe('listen', () => {
  it('goes to the next port when one is taken, and says when all are', async () => {
    const port = Number(new URL(address).port);
    const other = createAppServer(dist);
    await expect(listen(other, port, 1)).rejects.toThrow(/--port/);
    const second = await listen(other, port, 20);
    expect(Number(new URL(second).port)).toBeGreaterThan(port);
    await close(other);
  });
});

describe('the policy in the page', () => {
  it('leaves out what a page cannot say', () => {
    expect(contentSecurityPolicyForPage).not.toContain('frame-ancestors');
    expect(contentSecurityPolicyForPage).toContain("default-src 'none'");
  });
});
