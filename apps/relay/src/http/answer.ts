import type { FastifyReply } from 'fastify';
import { statusOf, type RelayRefusal } from '../feed/relay-refusal.ts';

/** Sends a refusal: its name, its rule and its numbers. */
export function sendRefusal(reply: FastifyReply, refusal: RelayRefusal): FastifyReply {
  const { type, ...numbers } = refusal;
  if (refusal.type === 'too-many-requests')
    void reply.header('retry-after', Math.ceil(refusal.waitMillis / 1000));
  return reply
    .code(statusOf(refusal))
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ version: 1, refused: type, ...numbers }));
}
