import { createConnection } from 'node:net';
import type { SignedPost } from './household.ts';

/** One connection that stays open; requests on it go one after the other. */
export type KeepAliveClient = {
  /** @throws Error where the connection breaks before the answer is whole, or none came in so many milliseconds. */
  readonly post: (
    request: SignedPost,
    giveUpMillis?: number,
  ) => Promise<{ readonly status: number; readonly text: string }>;
  readonly close: () => void;
};

type Waiting = {
  readonly resolve: (answer: { readonly status: number; readonly text: string }) => void;
  readonly reject: (error: Error) => void;
};

/**
 * A client that costs little beside the relay it loads: it shares the machine with it. It understands answers with a
 * `content-length`, as the relay sends them, and nothing else.
 */
export function openKeepAlive(address: string): KeepAliveClient {
  const { hostname, port, host } = new URL(address);
  const socket = createConnection({ host: hostname, port: Number(port), noDelay: true });
  let waiting: Waiting | undefined;
  let received = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received += chunk;
    const end = received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(received.slice(0, end))?.[1]);
    if (received.length < end + 4 + length) return;
    const answer = { status: Number(received.slice(9, 12)), text: received.slice(end + 4, end + 4 + length) };
    received = received.slice(end + 4 + length);
    const { resolve } = waiting ?? {};
    waiting = undefined;
    resolve?.(answer);
  });
  let broken: Error | undefined;
  const fail = (error: Error): void => {
    broken ??= error;
    waiting?.reject(broken);
    waiting = undefined;
  };
  socket.on('timeout', () => socket.destroy());
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The connection was closed.')));
  return {
    post: ({ url, authorization, body }, giveUpMillis = 0) =>
      new Promise((resolve, reject) => {
        socket.setTimeout(giveUpMillis);
        if (broken !== undefined) return reject(broken);
        waiting = { resolve, reject };
        const path = url.slice(url.indexOf('/', 'https://'.length));
        return socket.write(
          `POST ${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: ${authorization}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
        );
      }),
    close: () => socket.destroy(),
  };
}
