import { once } from 'node:events';
import type { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';

/** Serves one assistant on standard input and output until it goes. Output carries the protocol and nothing else. */
export async function serveAssistant(create: () => McpServer, onFault: (reason: string) => void): Promise<void> {
  // A pipe that is left is closed; a file or nothing at all only comes to its end.
  const gone = Promise.race([once(process.stdin, 'close'), once(process.stdin, 'end')]);
  const handle = serveStdio(create, { onerror: ({ message }) => onFault(message) });
  await gone;
  await handle.close();
}
