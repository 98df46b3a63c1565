import type { RequestListener } from 'node:http';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { defaultDiaryPath } from '../../apps/cli/src/adapters/diary-path.ts';
import { readConfig } from '../../apps/relay/src/config.ts';
import { openRelay, type RelayParts } from '../../apps/relay/src/start-relay.ts';

/** A relay inside the server of the app. */
export type ServedRelay = { readonly answer: RequestListener; readonly close: () => Promise<void> };

/**
 * Opens the relay that the app's server answers for. Feeds lie beside the diary of the command line, unless the
 * environment says otherwise (`PSOAS_RELAY_DATA`, `DATABASE_URL`). Only warnings are logged.
 * @param port The port that the server has.
 * @param parts What a test replaces.
 * @throws Error where a setting is wrong, or storage cannot be opened.
 */
export async function serveRelay(
  port: number,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  parts: RelayParts = {},
): Promise<ServedRelay> {
  const folder = join(dirname(defaultDiaryPath(environment, process.platform, homedir())), 'relay');
  const config = readConfig([], { PSOAS_RELAY_DATA: folder, PSOAS_RELAY_LOG: 'warn', ...environment });
  if (!config.ok) throw new Error(config.error.text);
  const relay = await openRelay(config.value, port, parts);
  await relay.ready();
  return {
    answer: (request, response) => relay.routing(request, response),
    close: () => relay.close(),
  };
}
