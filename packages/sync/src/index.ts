/** Sealed feeds: from one device to another, over a relay that can read nothing (SPEC.md). */
export { base64urlToBytes, bytesToBase64url, type Base64urlFault } from './bytes/base64url.ts';
export type { RandomBytes } from './bytes/bytes.ts';
export { isSignatureStrict, seedToSigningKey, type SignatureCheck, type SigningKey } from './bytes/suite.ts';
export * from './keys/root-secret.ts';
export * from './keys/feed-keys.ts';
export * from './keys/member-keys.ts';
export * from './keys/device-link.ts';
export {
  compareStamps,
  driftLimitMillis,
  nextStamp,
  receiveStamp,
  stampToText,
  type ClockAhead,
  type Stamp,
} from './order/hybrid-clock.ts';
export { buckets, textLimit, type TooLarge } from './entry/pad.ts';
export { isEntrySigned, parseEntry, type EntryFrame, type EntryHeader } from './entry/entry-frame.ts';
export {
  openEntry,
  sealEntry,
  type OpenEntry,
  type OpenFault,
  type SealedEntry,
  type SealedEvent,
  type SealInput,
} from './entry/seal-entry.ts';
export type { RecordBody, Rights, WrappedKey } from './record/record-body.ts';
export { devicesOf, type Device } from './feed/devices.ts';
export { parseRecord, type FeedRecord } from './record/feed-record.ts';
export { memberToRecipient, type Recipient } from './record/wrap-key.ts';
export type { FeedState, Member } from './feed/feed-state.ts';
export { headAfter } from './feed/feed-head.ts';
export { applyRecord, applyRecords, isKnownRecord } from './feed/apply-record.ts';
export { acceptEntry, acceptFrame, verifyEntry, type RelayView } from './feed/accept-entry.ts';
export { isNearlyFull, type FeedQuota, type FeedUsage } from './feed/quota.ts';
export * from './feed/write-records.ts';
export { learnSealKeys, type SealKeys } from './feed/learn-keys.ts';
export type { FrameFault, Refusal } from './refusal.ts';
export * from './request/sign-request.ts';
export { isReadLogged, mayRequest } from './request/may-request.ts';
export { readReceipt, signReceipt, type Receipt } from './request/receipt.ts';
export {
  addressToCalendarId,
  deriveCalendarKeys,
  publicKeyToCalendarId,
  type CalendarKeys,
} from './calendar/calendar-keys.ts';
export { calendarLimits, calendarTitles, checkCalendarText } from './calendar/check-calendar-text.ts';
export * from './wire/calendar.ts';
export * from './wire/push.ts';
export * from './wire/pull.ts';
export * from './wire/records.ts';
export type { DamagedMessage } from './wire/read-message.ts';
export {
  countedEntries,
  eventsOf,
  lastEntryOf,
  mergeEntries,
  missingEntries,
  orderEntries,
  type EntryById,
} from './merge/merge-entries.ts';
export * from './share/share-link.ts';
export * from './share/create-share.ts';
export { createSuccessor, followSuccessor, type NewSuccessor, type Succession } from './feed/successor.ts';
export {
  addEvent,
  addEvents,
  carryWaiting,
  createReplica,
  type Added,
  type AddFault,
  type NewEvent,
  type Surroundings,
  type Replica,
} from './replica/replica.ts';
export { entriesToPush, takePushAnswer, type PushOutcome } from './replica/push-replica.ts';
export {
  nextPull,
  takePullAnswer,
  type EntriesLost,
  type PullOutcome,
  type PullReport,
} from './replica/pull-replica.ts';
