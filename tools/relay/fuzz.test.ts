import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { createFuzzTarget } from './fuzz-target.ts';
import { fuzzRelay } from './fuzz-relay.ts';

// `npm run trial:fuzz` sends a hundred thousand.
it('[RE-01] answers five thousand fuzzed requests in its own words: no fault, no stack', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'psoas-relay-fuzz-'));
  const { target, faults } = await createFuzzTarget(folder);
  try {
    const { countByStatus } = await fuzzRelay(target, { runs: 5000, seed: 20_261_121 });
    expect(faults()).toEqual([]);
    // The fuzz gets beyond the signature, and to the end.
    for (const status of [200, 400, 401, 403, 404, 415]) expect(countByStatus[status] ?? 0).toBeGreaterThan(20);
  } finally {
    await target.app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);

it.each([
  ['no request line', 'nothing\r\n\r\n'],
  ['another version', 'GET / HTTP/9.9\r\n\r\n'],
  ['two lengths', 'POST /v1/feeds/x/pull HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n'],
  ['too large a header', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`],
  ['a path that cannot be read', 'GET /%zz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n'],
  ['a name that is none', 'GET / HTTP/1.1\r\nhost: a\r\n\u0000: c\r\n\r\n'],
])('[RE-01] refuses what is no HTTP without showing its insides: %s', async (_name, text) => {
  const folder = mkdtempSync(join(tmpdir(), 'psoas-relay-raw-'));
  const { target } = await createFuzzTarget(folder);
  try {
    const { port } = new URL(target.address);
    await target.app.listen({ host: '127.0.0.1', port: Number(port) });
    const answer = await sendRaw(Number(port), text);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/);
    expect(answer).toMatch(/"version":1,"refused":"[a-z-]+"/);
    expect(answer).not.toMatch(/node_modules|FST_|\bat .*:\d+:\d+/);
  } finally {
    await target.app.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

function sendRaw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => (answer += chunk.toString())).on('end', () => resolve(answer)).on('error', reject);
  });
}
