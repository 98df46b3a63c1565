/** Sharing with a physiotherapist or coach: what is shown, what is proposed, and what comes of it (docs/spec/sharing.md). */
export { sharePartIds, type SharePartId } from './part/share-part-id.ts';
export type * from './part/shared-part.ts';
export type { ShareChoice } from './part/share-choice.ts';
export { sharedPartsOf, type SharingContext } from './part/shared-parts-of.ts';
export { readSharedPart } from './part/read-shared-part.ts';
export { longestCallMe } from './part/read-standing-part.ts';
export { createSharedEvent, readSharedEvent, sharedVersion, type SharedEvent } from './feed/shared-event.ts';
export { foldShare, viewOfParts, type SharedView } from './feed/fold-share.ts';
export type { FeedProblem } from './reading/read-envelope.ts';
export type * from './reply/proposal.ts';
export { createReplyEvent, replyKinds, replyVersion, type ReplyDataByKind, type ReplyEnvelope, type ReplyEvent, type ReplyKind } from './reply/reply-event.ts';
export { longestGuestName, longestGuestText, mostProposedChanges, readReplyEvent } from './reply/read-reply-event.ts';
export { foldReplies, type Replies } from './reply/fold-replies.ts';
export { judgeProposal, previewProposal } from './judge/judge-proposal.ts';
export { refusals, type JudgedAmount, type JudgedChange, type Judgement, type Refusal } from './judge/judgement.ts';
export { clientKeys, clientStanding, clientStatuses, quietAfterDays, type ClientKey, type ClientStanding, type ClientStatus } from './client/client-standing.ts';
export { orderClients } from './client/order-clients.ts';
export { askedText, clientSentence, judgedSentence, type SharingTelling, type SharingWords } from './words/sharing-words.ts';
