import { err, ok, type Problem, type Result } from '@psoas/kernel';
import type { EventStamp } from '../../diary/event-stamp.ts';
import { readPart } from '../part/read-shared-part.ts';
import type { SharedPart } from '../part/shared-part.ts';
import { readEnvelope, type FeedProblem } from '../reading/read-envelope.ts';

/** [SH-02] One entry of a share's feed: how one part is. */
export type SharedEvent = EventStamp & { readonly kind: 'shared-part'; readonly version: number; readonly data: SharedPart };

/** The newest version of a shared part. */
export const sharedVersion = 1;

/** A new entry of a share's feed. */
export function createSharedEvent(part: SharedPart, { id, atMillis, day }: EventStamp): SharedEvent {
  return { id, kind: 'shared-part', version: sharedVersion, atMillis, day, data: part };
}

/** [SH-04] [SH-05] Reads one entry of a share's feed. The owner of a link is not trusted. */
export function readSharedEvent(input: unknown): Result<SharedEvent, FeedProblem> {
  const problems: Problem[] = [];
  const envelope = readEnvelope(input, { kinds: ['shared-part'], known: sharedVersion, problems });
  if (!envelope.ok) return envelope;
  const { data: reader, ...stamp } = envelope.value;
  const data = readPart(reader);
  return data === undefined || problems.length > 0 ? err({ type: 'damaged', problems }) : ok({ ...stamp, data });
}
