import { resolve } from 'node:path';
import { err, ok, type Result } from '@psoas/kernel';
import { readCommandLine, repositoryRoot } from '../command-line.ts';
import { createSite } from './create-site.ts';
import { englishInput } from './english-input.ts';
import { writeSite } from './write-site.ts';

const usage = `npm run site -- [--out <folder>] [--origin <address>] [--app <address>] [--json]

Writes the whole library as web pages that need no script: exercises, articles, questions, corrections, sources, and
when to get help. Any web server can serve the folder (docs/hosting.md).

  --out <folder>      where to write; without it site/. A folder with something else in it is left alone
  --origin <address>  where the site will stand, such as https://library.example.org: pages then name their own address,
                      and there is a sitemap
  --app <address>     the address of the app, for a link to it
  --json              print what was written as JSON
  --help              print this

Exit code: 0 written, 1 the folder holds something else or cannot be written, 2 wrong command line.`;

const options = {
  out: { type: 'string' },
  origin: { type: 'string' },
  app: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Writes the site, says what it wrote, gives the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const line = readCommandLine(words, options, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const { out, origin, app } = line.options;
  const addresses = [origin, app].map((text) => (typeof text === 'string' ? readAddress(text) : undefined));
  for (const address of addresses) {
    if (address !== undefined && !address.ok) {
      console.error(`${address.error.text} is no address. Give one such as https://library.example.org.`);
      return 2;
    }
  }
  const [ownAddress, appAddress] = addresses.map((address) => (address?.ok === true ? address.value : undefined));
  const startedAt = performance.now();
  const files = createSite({
    ...(await englishInput()),
    ...(ownAddress === undefined ? {} : { origin: ownAddress }),
    ...(appAddress === undefined ? {} : { appAddress }),
  });
  const folder = resolve(typeof out === 'string' ? out : `${repositoryRoot}/site`);
  const written = writeSite(folder, files);
  if (!written.ok) {
    console.error(
      written.error.kind === 'foreign-folder'
        ? `${folder} holds something that is no site of psoas. Give an empty folder with --out.`
        : `${folder} could not be written: ${written.error.code}. Give another folder with --out, or make room.`,
    );
    return 1;
  }
  const millis = Math.round(performance.now() - startedAt);
  const pages = files.filter(({ path }) => path.endsWith('.html')).length;
  console.log(
    line.options['json'] === true
      ? JSON.stringify({ folder, pages, ...written.value, millis })
      : `${pages} pages, ${Math.round(written.value.bytes / 1024)} KB, ${millis} ms: ${folder}`,
  );
  return 0;
}

/** An address of a site: http or https, without a question or an anchor; given back with a slash at its end. */
export function readAddress(text: string): Result<string, { readonly text: string }> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSite = url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
  if (!isSite) return err({ text });
  return ok(url.href.endsWith('/') ? url.href : `${url.href}/`);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
