import type { AnsweredProposal, DiaryState, KeptClient, MadeShare } from './diary-state.ts';
import type { DiaryEvent, Envelope, EventKind } from './event.ts';
import { createReplyEvent } from '../sharing/reply/reply-event.ts';
import { createWishMaps } from './wish-maps.ts';

const sharingKinds = ['share-made', 'share-ended', 'proposal-imported', 'proposal-answered', 'proposal-taken-back', 'client-added', 'client-changed', 'client-removed'] as const satisfies readonly EventKind[];
type SharingEvent = Envelope<(typeof sharingKinds)[number]> & DiaryEvent;

/** What the diary says of shares, of proposals and of a professional's clients. */
export type Sharing = Pick<DiaryState, 'shares' | 'importedProposals' | 'proposalAnswers' | 'clients'>;

/** [SH-07] [SH-14] [SH-15] Events around sharing on their way to a sum. */
export type SharingCollection = {
  readonly add: (event: DiaryEvent) => void;
  readonly sharing: () => Sharing;
  /** [SH-10] Swaps and sides, own wishes and accepted proposals together, as preferences. */
  readonly wishes: () => { readonly swaps?: unknown; readonly sides?: unknown };
};

/** An empty collection. */
export function createSharingCollection(): SharingCollection {
  const events: SharingEvent[] = [];
  const maps = createWishMaps();
  let summed: Sharing | undefined;
  return {
    add: (event) => {
      maps.add(event);
      if (!isSharing(event)) return;
      events.push(event);
      summed = undefined;
    },
    sharing: () => {
      summed ??= sumOf(events);
      return summed;
    },
    wishes: maps.wishes,
  };
}

function isSharing(event: DiaryEvent): event is SharingEvent {
  return sharingKinds.some((kind) => kind === event.kind);
}

type Tally = { readonly shares: Map<string, MadeShare>; readonly imported: Map<string, DiaryState['importedProposals'][number]>; readonly answers: Map<string, AnsweredProposal>; readonly clients: Map<string, KeptClient> };

// By time: a device that merges may bring an older one later. Ends and removals hold, wherever they stand.
function sumOf(events: readonly SharingEvent[]): Sharing {
  const tally: Tally = { shares: new Map(), imported: new Map(), answers: new Map(), clients: new Map() };
  for (const event of events.toSorted((first, second) => first.atMillis - second.atMillis)) take(tally, event);
  for (const event of events) {
    if (event.kind === 'share-ended') endShare(tally.shares, event);
    if (event.kind === 'client-removed') tally.clients.delete(event.data.client);
  }
  return { shares: [...tally.shares.values()], importedProposals: [...tally.imported.values()], proposalAnswers: [...tally.answers.values()], clients: [...tally.clients.values()] };
}

function take({ shares, imported, answers, clients }: Tally, event: SharingEvent): void {
  const { id, atMillis, day } = event;
  switch (event.kind) {
    case 'share-made': {
      // Made again with the same id it shows other parts from then on.
      const { id: firstId, atMillis: firstMillis, day: firstDay } = shares.get(event.data.share) ?? event;
      shares.set(event.data.share, { ...event.data, id: firstId, atMillis: firstMillis, day: firstDay });
      return;
    }
    case 'proposal-imported':
      imported.set(id, createReplyEvent('proposal', event.data, { id, atMillis, day }));
      return;
    case 'proposal-answered':
      return answer(answers, event);
    case 'proposal-taken-back': {
      const before = answers.get(answerKey(event.data.share, event.data.proposal));
      if (before !== undefined) takeBack(answers, before, { id, atMillis, day });
      return;
    }
    case 'client-added': {
      const { client, label, link, guestSecret } = event.data;
      if (!clients.has(client)) clients.set(client, { client, label, link, guestSecret, archived: false, id, atMillis, day });
      return;
    }
    case 'client-changed': {
      const { client, label, archived } = event.data;
      const before = clients.get(client);
      if (before !== undefined) clients.set(client, { ...before, ...(label !== undefined && { label }), ...(archived !== undefined && { archived }) });
      return;
    }
    case 'share-ended':
    case 'client-removed':
      return;
  }
}

function endShare(shares: Map<string, MadeShare>, { id, atMillis, day, data }: Envelope<'share-ended'>): void {
  const made = shares.get(data.share);
  if (made !== undefined && (made.ended === undefined || atMillis < made.ended.atMillis)) shares.set(data.share, { ...made, ended: { id, atMillis, day } });
}

function answerKey(share: string, proposal: string): string {
  return `${share} ${proposal}`;
}

// [SH-07] What was accepted stays so until it is taken back; declining it later takes it back too.
function answer(answers: Map<string, AnsweredProposal>, { id, atMillis, day, data }: Envelope<'proposal-answered'>): void {
  const key = answerKey(data.share, data.proposal.id);
  const before = answers.get(key);
  if (before === undefined || before.answer === 'declined' || before.takenBack !== undefined) {
    answers.delete(key);
    answers.set(key, { share: data.share, proposal: data.proposal, answer: data.answer, id, atMillis, day });
  } else if (data.answer === 'declined') takeBack(answers, before, { id, atMillis, day });
}

function takeBack(answers: Map<string, AnsweredProposal>, before: AnsweredProposal, stamp: NonNullable<AnsweredProposal['takenBack']>): void {
  if (before.answer === 'accepted' && before.takenBack === undefined) answers.set(answerKey(before.share, before.proposal.id), { ...before, takenBack: stamp });
}
