import type { ClinicianAgreement } from '../../answers/index.ts';
import type { EventStamp } from '../../diary/event-stamp.ts';
import type { Proposal } from './proposal.ts';

/** [SH-06] One thing that a guest wrote. It never becomes part of the diary by itself. */
export type ReplyEvent = { readonly [Kind in ReplyKind]: ReplyEnvelope<Kind> }[ReplyKind];

/** A reply of one kind. */
export type ReplyEnvelope<Kind extends ReplyKind> = EventStamp & { readonly kind: Kind; readonly version: number; readonly data: ReplyDataByKind[Kind] };

/** What each kind of reply holds. */
export type ReplyDataByKind = {
  readonly comment: { readonly from: string; readonly text: string };
  readonly proposal: Proposal;
  /** That a clinician agreed; it counts once the person has written it into the diary (S-05). */
  readonly 'clinician-word': ClinicianAgreement & { readonly from: string; readonly text?: string };
};
/** What kind of reply it is. */
export type ReplyKind = keyof ReplyDataByKind;

/** Every kind of reply. */
export const replyKinds = ['comment', 'proposal', 'clinician-word'] as const satisfies readonly ReplyKind[];

/** The newest version of each kind. */
export const replyVersion = 1;

/** A new reply of the newest version. */
export function createReplyEvent<Kind extends ReplyKind>(kind: Kind, data: ReplyDataByKind[Kind], { id, atMillis, day }: EventStamp): ReplyEnvelope<Kind> {
  return { id, kind, version: replyVersion, atMillis, day, data };
}
