import type { FeedFault } from '@psoas/sync/client';
import type { DeviceLinkFault, WordsFault } from '@psoas/sync';

/** Why something about other devices did not come to its end. */
export type SyncFault =
  | FeedFault
  | WordsFault
  | DeviceLinkFault
  /** An answer came, and it is none of a relay: files are served there, and nothing else. */
  | { readonly type: 'no-relay' }
  /** A relay, but one that takes no calendars. */
  | { readonly type: 'no-calendars' }
  /** The relay knows no diary of these words. */
  | { readonly type: 'no-such-diary' }
  /** The words are right, and of another diary. */
  | { readonly type: 'other-diary' }
  | { readonly type: 'already-set-up' }
  | { readonly type: 'not-set-up' }
  /** Only a device with the words can do it. */
  | { readonly type: 'needs-root' };

/** How a fault is met: the next try may go better, only the person can help, or it is the end. */
export type FaultKind = 'passing' | 'person' | 'end';

/** Whether a later try can end better by itself. */
export function kindOfFault(fault: SyncFault): FaultKind {
  switch (fault.type) {
    case 'unreachable':
    case 'not-understood':
    case 'no-relay':
    case 'damaged-feed':
      return 'passing';
    case 'erased':
    case 'not-set-up':
      return 'end';
    case 'refused':
      return endings.has(fault.refused) ? 'end' : 'passing';
    default:
      return 'person';
  }
}

const endings: ReadonlySet<string> = new Set(['revoked', 'no-right', 'needs-words', 'expired']);
