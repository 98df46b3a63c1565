import { once } from 'node:events';
import type { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';

/** Serves one assistant on standard input and output until it goes. Output carries the protocol and nothing else. */
export async function serveAssistant(create: () => McpServer, onFault: (reason: string) => void): Promise<void> {
  const gone = once(process.stdin, 'close');
  const handle = serveStdio(create, { onerror: ({ message }) => onFault(message) });
  await gone;
  await handle.close();
}
