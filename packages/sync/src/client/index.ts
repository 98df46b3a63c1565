/** Talking with a relay: what a device, an owner and a guest do, with the network as an argument (SPEC.md). */
export * from './identity.ts';
export { isRefusal, type RelayFault, type RelayPort, type RelayPost, type RelayReply, type TalkParts } from './relay-port.ts';
export { endCalendar, putCalendar, type EndedCalendar } from './published-calendar.ts';
export { syncReplica, type SyncOutcome, type SyncParts } from './sync-replica.ts';
export { diaryKeys, hasDiary, readRecords, type FeedFault } from './own-feed.ts';
export { enterDiary, syncDiary, type DiaryFeed, type DiaryOutcome } from './diary-sync.ts';
export { diaryDifference } from './diary-events.ts';
export { exchangeDiary, type DiaryExchange } from './exchange-diary.ts';
export { deviceIdsOf, enterAsLinked, eraseFeed, inviteDevice, removeDevice, type Erased, type OwnReplica } from './devices.ts';
export {
  createShareId,
  enterShare,
  eventsOfReplica,
  hasGuest,
  linkOfShare,
  openShare,
  readsOfShare,
  revokeShare,
  type OwnShare,
  type ShareSide,
} from './owner-share.ts';
export { enterReplyFeed, enterSharedFeed } from './guest-share.ts';
