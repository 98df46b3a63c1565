import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/sync';
import type { SyncState } from './create-sync.ts';
import type { SyncFault } from './sync-fault.ts';
import { countText } from '../widgets/count-text.ts';

const minuteMillis = 60_000;
const hourMillis = 60 * minuteMillis;
const dayMillis = 24 * hourMillis;

type StateWords = {
  readonly nowMillis: number;
  /** The origin of the app itself. */
  readonly appOrigin: string;
  /** A moment as a day that people read. */
  readonly dayOf: (millis: number) => string;
};

/** [SY-10] How things stand, in one quiet line. */
export function stateLine({ role, isRunning, progress, note, fault, waitingCount }: SyncState, words: StateWords): string {
  if (role.kind === 'alone') return text.group.off;
  if (isRunning) return progress === undefined ? text.state.running : fillTemplate(text.state.fetching, progress);
  if (fault !== undefined) {
    const why = faultText(fault, { relay: role.relay, appOrigin: words.appOrigin });
    if (waitingCount === 0) return fillTemplate(text.state.noneWaiting, { why });
    return countText(text.state.waiting, waitingCount, { why });
  }
  return note.doneAtMillis === undefined ? text.state.never : doneLine(note.doneAtMillis, words);
}

function doneLine(doneAtMillis: number, { nowMillis, dayOf }: StateWords): string {
  const since = Math.max(0, nowMillis - doneAtMillis);
  if (since < minuteMillis) return text.state.now;
  if (since < hourMillis) return countText(text.state.minutes, Math.floor(since / minuteMillis));
  if (since < dayMillis) return countText(text.state.hours, Math.floor(since / hourMillis));
  return fillTemplate(text.state.on, { day: dayOf(doneAtMillis) });
}

/** Whom a fault is about: the relay that was asked. */
export type FaultPlace = { readonly relay: string; readonly appOrigin: string };

/** What happened and what to do, in the words of the person. */
export function faultText(fault: SyncFault, { relay, appOrigin }: FaultPlace): string {
  switch (fault.type) {
    case 'unreachable':
      return relay === appOrigin ? text.fault.unreachable : fillTemplate(text.fault.unreachableOther, { relay });
    case 'no-relay':
      return text.fault.noRelay;
    case 'no-calendars':
      return text.fault.noCalendars;
    case 'refused':
      return refusalText(fault);
    case 'not-understood':
    case 'damaged-feed':
      return text.fault.damaged;
    case 'erased':
      return text.fault.erased;
    case 'no-such-diary':
      return fillTemplate(text.fault.noSuchDiary, { relay });
    case 'already-set-up':
      return text.fault.alreadySetUp;
    case 'not-set-up':
      return text.fault.notSetUp;
    case 'needs-root':
      return text.fault.needsRoot;
    case 'other-diary':
      return text.fault.otherDiary;
    case 'not-a-device-link':
      return fillTemplate(text.fault.notALink, { start: fault.start });
    case 'device-link-damaged':
      return text.fault.linkDamaged;
    case 'word-count':
      return fillTemplate(text.fault.wordCount, fault);
    case 'unknown-words':
      return fault.words.map(unknownWordText).join(' ');
    case 'words-checksum':
      return text.fault.wordsChecksum;
  }
}

function refusalText({ refused, waitMillis, byMillis }: Extract<SyncFault, { type: 'refused' }>): string {
  switch (refused) {
    case 'too-many-requests':
      return fillTemplate(text.fault.busy, { count: Math.ceil((waitMillis ?? minuteMillis) / 1000) });
    case 'clock-off':
      return byMillis === undefined ? text.fault.clockUnknown : fillTemplate(text.fault.clock, { count: Math.round(Math.abs(byMillis) / minuteMillis) });
    case 'revoked':
    case 'no-right':
    case 'expired':
      return text.fault.revoked;
    case 'needs-words':
      return text.fault.needsWords;
    case 'feed-full':
      return text.fault.full;
    case 'no-such-feed':
      return text.fault.noSuchFeed;
    case 'not-now':
      return text.fault.unreachable;
    default:
      return fillTemplate(text.fault.other, { what: refused });
  }
}

function unknownWordText({ place, found, similar }: { readonly place: number; readonly found: string; readonly similar: readonly string[] }): string {
  const said = fillTemplate(text.fault.unknownWord, { place, found });
  return similar.length === 0 ? said : `${said} ${fillTemplate(text.fault.similar, { words: similar.join(', ') })}`;
}
