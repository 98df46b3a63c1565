import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import sirv from 'sirv';
import { securityHeaders } from '../security-headers.ts';

/**
 * A server for the built app. Every answer carries the security headers. A path without a file ending gives
 * index.html, because the app finds its screens by path. The files are listed once, when the server is made.
 * @param dist The folder that the web build wrote.
 * @param answerRelay Answers what is asked of the relay; without one the app is served alone.
 */
export function createAppServer(dist: string, answerRelay?: RequestListener): Server {
  const serveFile = sirv(dist, {
    single: true,
    etag: true,
    setHeaders: (response, pathname) => response.setHeader('Cache-Control', cacheControlOf(pathname)),
  });
  return createServer((request, response) => {
    if (answerRelay !== undefined && isForRelay(request.url ?? '')) {
      answerRelay(request, response);
      return;
    }
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      answer(response, 405, 'Only GET and HEAD.');
      return;
    }
    serveFile(request, response, () => answer(response, 404, 'Not found.'));
  });
}

/**
 * How long a browser may keep a file: for ever where the name holds the hash of the content, otherwise never
 * without asking. The page and the service worker must always be asked for, or people stay on old rules.
 */
function cacheControlOf(pathname: string): string {
  return /^\/assets\/[^/]*-[\w-]{8}\.\w+$/.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** The relay's paths (docs/spec/relay.md); everything else is the app's. */
function isForRelay(url: string): boolean {
  return /^\/(?:v1\/|calendar\/|(?:openapi\.json|healthz|readyz|metrics)(?:$|\?))/.test(url);
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.end(`${text}\n`);
}
