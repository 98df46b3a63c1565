import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { firstLoadBytesLimit } from './limits.ts';
import type { SizeRow } from './judge-sources.ts';

/** One script of the first load. */
export interface LoadedScript {
  readonly name: string;
  /** Its size after gzip, in bytes. */
  readonly bytes: number;
}

/** The scripts of the first load; or why they could not be found. */
export type FirstLoad =
  | { readonly kind: 'measured'; readonly scripts: readonly LoadedScript[]; readonly bytes: number }
  | { readonly kind: 'missing'; readonly reason: string };

/**
 * Measures the JavaScript that a browser needs before the first screen: the entry chunks with their static
 * imports, the scripts and module preloads that index.html names, and the scripts that stand in it.
 * @param dist The folder that the web build wrote, with `.vite/manifest.json`.
 */
export function measureFirstLoad(dist: string): FirstLoad {
  const manifestPath = join(dist, '.vite', 'manifest.json');
  const htmlPath = join(dist, 'index.html');
  for (const path of [htmlPath, manifestPath]) {
    if (!existsSync(path)) return { kind: 'missing', reason: `${path} is missing: run npm run build first.` };
  }
  const html = readFileSync(htmlPath, 'utf8');
  const files = new Set([...filesOfManifest(readFileSync(manifestPath, 'utf8')), ...scriptsOfHtml(html)]);
  const scripts: LoadedScript[] = inlineScripts(html).map((text, index) => ({
    name: `index.html, script ${index + 1}`,
    bytes: gzippedBytes(Buffer.from(text)),
  }));
  for (const name of [...files].toSorted()) {
    const path = join(dist, name);
    if (!existsSync(path))
      return { kind: 'missing', reason: `${path} is named but missing: run npm run build again.` };
    scripts.push({ name, bytes: gzippedBytes(readFileSync(path)) });
  }
  if (files.size === 0) return { kind: 'missing', reason: `${manifestPath} names no entry script.` };
  return { kind: 'measured', scripts, bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** The report's row about the first load. */
export function firstLoadRow(load: FirstLoad): SizeRow {
  const what = 'JavaScript of the first load, gzipped';
  const limit = `${firstLoadBytesLimit} bytes`;
  if (load.kind === 'missing')
    return { what, limit, measured: 'unknown', verdict: 'failed', places: [load.reason] };
  return {
    what,
    limit,
    measured: `${load.bytes} bytes`,
    verdict: load.bytes > firstLoadBytesLimit ? 'failed' : 'ok',
    places: load.scripts.map(({ name, bytes }) => `${name} ${bytes} bytes`),
  };
}

/** The files of a Vite manifest's entries, with all that they import statically. */
function filesOfManifest(text: string): Set<string> {
  const manifest: unknown = JSON.parse(text);
  const chunkByKey = new Map(isRecord(manifest) ? Object.entries(manifest) : []);
  const waiting = [...chunkByKey]
    .filter(([, chunk]) => isRecord(chunk) && chunk['isEntry'] === true)
    .map(([key]) => key);
  const seen = new Set<string>();
  const files = new Set<string>();
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const chunk = chunkByKey.get(key);
    if (seen.has(key) || !isRecord(chunk)) continue;
    seen.add(key);
    const { file, imports } = chunk;
    if (typeof file === 'string' && /\.m?js$/.test(file)) files.add(file);
    if (Array.isArray(imports)) for (const name of imports) if (typeof name === 'string') waiting.push(name);
  }
  return files;
}

/** The scripts and module preloads that a page names, as paths inside `dist`. */
function scriptsOfHtml(html: string): string[] {
  const sources = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map((match) => match[1]);
  const preloads = [...html.matchAll(/<link\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes('modulepreload'))
    .map((tag) => /\bhref="([^"]+)"/.exec(tag)?.[1]);
  return [...sources, ...preloads]
    .filter((path) => path !== undefined)
    .map((path) => path.replace(/^\.?\//, ''));
}

function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)]
    .map((match) => match[1] ?? '')
    .filter((text) => text.trim() !== '');
}

function gzippedBytes(content: Buffer): number {
  return gzipSync(content, { level: 9 }).byteLength;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
