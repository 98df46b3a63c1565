import type { Server } from 'node:http';

/** Only this machine can reach the server. */
const host = '127.0.0.1';

/**
 * Opens a server on a port, or on the next free one above it.
 * @param port 0 lets the system choose.
 * @param tries How many ports to try.
 * @returns The address, such as `http://127.0.0.1:8420`.
 * @throws Error where none of the ports is free.
 */
export async function listen(server: Server, port: number, tries = 20): Promise<string> {
  for (let candidate = port; candidate < port + tries; candidate++) {
    const opened = await tryToListen(server, candidate);
    if (opened !== undefined) return `http://${host}:${opened}`;
  }
  throw new Error(`No free port from ${port} to ${port + tries - 1}. Give another one with --port.`);
}

/** Closes a server and the connections that browsers keep open. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** The port; undefined where somebody else has it. */
function tryToListen(server: Server, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    };
    const onListening = (): void => {
      server.off('error', onError);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, host);
  });
}
