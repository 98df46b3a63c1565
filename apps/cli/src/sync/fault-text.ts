import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-sync';
import type { FeedFault, RelayPort } from '@psoas/sync/client';
import type { AddressFault } from './relay-address.ts';
import { printable } from '../print/printable.ts';

/** Why a talk with a relay came to nothing: one that was not reached may be something else in its place. */
export type TalkFault = FeedFault | { readonly type: 'not-a-relay' };

/** Finds out whether something else answers in a relay's place; any other fault stays what it is. */
export async function explainFault(fault: FeedFault, port: RelayPort): Promise<TalkFault> {
  if (fault.type !== 'unreachable') return fault;
  const answers = await port.get('/v1/relay').then(
    () => true,
    () => false,
  );
  return answers ? { type: 'not-a-relay' } : fault;
}

/** A fault in words, with what to do. */
export function faultText(fault: TalkFault, relay: string): string {
  switch (fault.type) {
    case 'refused':
      return refusalText(fault, relay);
    case 'not-understood': {
      const fields = fault.problem.type === 'damaged' ? fault.problem.problems.map(({ field }) => field).join(', ') : fault.problem.type;
      return fillTemplate(text.fault['not-understood'], { relay, fields });
    }
    case 'damaged-feed':
      return fillTemplate(text.fault['damaged-feed'], { relay, problem: fault.problem.type });
    default:
      return fillTemplate(text.fault[fault.type], { relay });
  }
}

function refusalText(fault: Extract<FeedFault, { type: 'refused' }>, relay: string): string {
  const { refused, status, waitMillis = 0, byMillis = 0 } = fault;
  const { other, ...known } = text.fault.refused;
  return fillTemplate(new Map(Object.entries(known)).get(refused) ?? other, {
    relay,
    refused: printable(refused),
    status,
    seconds: Math.max(1, Math.ceil(waitMillis / 1000)),
    minutes: Math.round(Math.abs(byMillis) / 60_000),
  });
}

/** Why an address was not taken. */
export function addressText({ type, found }: AddressFault): string {
  return fillTemplate(text.address[type], { found: printable(found) });
}
