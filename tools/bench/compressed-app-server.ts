import { globSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { securityHeaders } from '../security-headers.ts';

/** A page with one heading and nothing else, a yardstick: no page can be faster. */
export const emptyPagePath = '/empty-page';

const emptyPage = '<!doctype html><html lang="en-GB"><title>Empty</title><h1>Empty</h1></html>';

const typeByEnding: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'application/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves the built app as docs/hosting.md tells a host to: gzipped, with the security headers. The server of
 * `npm start` compresses nothing, because it answers only its own machine.
 */
export function createCompressedAppServer(dist: string): Server {
  const bodyByPath = new Map(
    globSync('**/*', { cwd: dist })
      .filter((path) => statSync(join(dist, path)).isFile())
      .map((path): [string, Buffer] => [`/${path.replaceAll('\\', '/')}`, gzipSync(readFileSync(join(dist, path)))]),
  );
  bodyByPath.set(emptyPagePath, gzipSync(emptyPage));
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = bodyByPath.has(pathname) ? pathname : '/index.html';
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    response.setHeader('Content-Type', typeByEnding[extname(path)] ?? 'text/html');
    response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Cache-Control', 'no-cache');
    response.end(bodyByPath.get(path));
  });
}
