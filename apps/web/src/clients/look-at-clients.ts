import type { DiaryState } from '@psoas/core/diary';
import { guestFaultKey, isOver, type GuestFault } from './guest-fault.ts';
import type { ClientGlance, GlanceByClient } from './glance-store.ts';
import type { Door, GuestTasks } from './guest-tasks.ts';
import { partsOfLink } from './shared-link.ts';

/** Somebody whose share is kept in the own diary. */
export type Client = DiaryState['clients'][number];

/** So many are asked for at once: enough to hide the network, few enough to leave it to others. */
const atOnce = 4;
/** A relay that is asked too much says how long to wait; beyond that the rest waits for the next time. */
const mostWaitMillis = 30_000;

/** The door of a client; the fault where its share is at another address. */
export function doorOf({ link, guestSecret }: Client, origin: string): Door | GuestFault {
  const parts = partsOfLink(link);
  return parts.origin === origin ? { link: parts.text, guestSecret, keeps: true } : { type: 'other-address', origin: parts.origin };
}

/** What a round of looks needs. */
export type RoundParts = {
  readonly glance: GuestTasks['glance'];
  readonly origin: string;
  readonly nowMillis: () => number;
  readonly wait: (millis: number) => Promise<void>;
  readonly signal: AbortSignal;
};

/** Looks at clients one after the other, some at once, and tells each as it comes. */
export async function lookAtClients(clients: readonly Client[], parts: RoundParts, onGlance: (client: string, glance: ClientGlance) => void, before: GlanceByClient): Promise<void> {
  const queue = clients.values();
  const walk = async (): Promise<void> => {
    for (const client of queue) {
      if (parts.signal.aborted) return;
      const glance = await lookAt(client, parts, before.get(client.client));
      if (!parts.signal.aborted) onGlance(client.client, glance);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, walk));
}

async function lookAt(client: Client, parts: RoundParts, before: ClientGlance | undefined, mayWait = true): Promise<ClientGlance> {
  const door = doorOf(client, parts.origin);
  const lookedAtMillis = parts.nowMillis();
  if ('type' in door) return { lookedAtMillis, fault: guestFaultKey(door) };
  const looked = await parts.glance(door);
  if (looked.ok) return { view: looked.value, lookedAtMillis };
  const { error } = looked;
  if (mayWait && error.type === 'refused' && error.waitMillis !== undefined && error.waitMillis <= mostWaitMillis) {
    await parts.wait(error.waitMillis);
    return lookAt(client, parts, before, false);
  }
  // Whoever ended a share wants it seen no longer.
  const view = isOver(error) ? undefined : before?.view;
  return { lookedAtMillis, fault: guestFaultKey(error), ...(view && { view }) };
}
