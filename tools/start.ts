import { once } from 'node:events';
import { readCommandLine } from './command-line.ts';
import { createAppServer } from './serve/app-server.ts';
import { distFolder, ensureBuild } from './serve/build-freshness.ts';
import { close, listen } from './serve/listen.ts';
import { serveRelay, type ServedRelay } from './serve/serve-relay.ts';

const usage = `npm start -- [--port <number>]

Builds the app where that is needed, then serves it to this machine until Ctrl+C, together with a relay for sealed
feeds. The relay keeps its file beside the diary of the command line; its settings: npm run -s psoas -- relay --help.

  --port <number>   the first port to try, from 1 to 65535 (8420); a taken one gives the next, up to 20
  --help            print this

Exit code: 0 stopped by the person, 1 could not build or serve, 2 wrong command line.`;

/** Serves the app until the process is told to stop; gives the exit code. */
export async function main(words: readonly string[]): Promise<number> {
  const line = readCommandLine(words, { port: { type: 'string', default: '8420' } }, usage);
  if (line.kind === 'stop') {
    console.log(line.text);
    return line.exitCode;
  }
  const port = Number(line.options['port']);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    console.error(`--port is '${String(line.options['port'])}'; give a whole number from 1 to 65535.`);
    return 2;
  }
  try {
    await ensureBuild();
    const relays: ServedRelay[] = [];
    const server = createAppServer(distFolder, (request, response) => {
      const [relay] = relays;
      if (relay === undefined) response.writeHead(503).end();
      else relay.answer(request, response);
    });
    const address = await listen(server, port);
    relays.push(...(await openRelayOrSayWhy(Number(new URL(address).port))));
    console.log(`psoas is at ${address} (Ctrl+C stops it)`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await close(server);
    for (const relay of relays) await relay.close();
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

// The app is of use without a relay too.
async function openRelayOrSayWhy(port: number): Promise<readonly ServedRelay[]> {
  try {
    return [await serveRelay(port)];
  } catch (error) {
    console.error(`The relay does not run: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
