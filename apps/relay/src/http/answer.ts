import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import { statusOf, type RelayRefusal } from '../feed/relay-refusal.ts';

/** [RE-01] A refusal as it goes over the wire: its name, its rule and its numbers. */
function refusalToText({ type, ...numbers }: RelayRefusal): string {
  return JSON.stringify({ version: 1, refused: type, ...numbers });
}

/** Refuses what is no HTTP at all, and closes the connection. */
export function refuseConnection(socket: Socket): void {
  const text = refusalToText({ type: 'no-http', rule: 'RE-01' });
  if (socket.writable)
    socket.end(
      `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${text.length}\r\nconnection: close\r\n\r\n${text}`,
    );
}

/** Sends a refusal. */
export function sendRefusal(reply: FastifyReply, refusal: RelayRefusal): FastifyReply {
  if (refusal.type === 'too-many-requests')
    void reply.header('retry-after', Math.ceil(refusal.waitMillis / 1000));
  return reply
    .code(statusOf(refusal))
    .type('application/json; charset=utf-8')
    .send(refusalToText(refusal));
}
