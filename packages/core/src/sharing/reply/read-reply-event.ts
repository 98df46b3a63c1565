import { err, ok, sides, sidesOrBoth, type Problem, type Result } from '@psoas/kernel';
import { flagIds } from '../../safety/flag-ids.ts';
import { completeFields, presentFields } from '../reading/fields.ts';
import { readEnvelope, type FeedProblem } from '../reading/read-envelope.ts';
import type { StrictReader } from '../reading/strict-reader.ts';
import type { Proposal, ProposedAmount, ProposedChange } from './proposal.ts';
import { replyKinds, replyVersion, type ReplyEnvelope, type ReplyEvent, type ReplyKind } from './reply-event.ts';

/** [SH-06] The longest name of a guest, in characters. */
export const longestGuestName = 60;
/** [SH-06] The longest comment of a guest, in characters. */
export const longestGuestText = 2000;
/** [SH-06] The most changes in one proposal. */
export const mostProposedChanges = 20;

const wholeSets = { min: 1, max: 20, whole: true };
const wholeReps = { min: 1, max: 100, whole: true };
const wholeSeconds = { min: 1, max: 600, whole: true, unit: 'seconds' };

/** [SH-06] Reads one entry of a reply feed. The guest is not trusted: what is longer or other than allowed is refused. */
export function readReplyEvent(input: unknown): Result<ReplyEvent, FeedProblem> {
  const problems: Problem[] = [];
  const envelope = readEnvelope(input, { kinds: replyKinds, known: replyVersion, problems });
  if (!envelope.ok) return envelope;
  const { data: reader, ...stamp } = envelope.value;
  const event = eventOf(stamp, reader);
  return event === undefined || problems.length > 0 ? err({ type: 'damaged', problems }) : ok(event);
}

type Stamp = Pick<ReplyEnvelope<ReplyKind>, 'id' | 'kind' | 'version' | 'atMillis' | 'day'>;

// One branch for each kind, so that the compiler sees which data belongs to which kind.
function eventOf({ kind, ...stamp }: Stamp, reader: StrictReader): ReplyEvent | undefined {
  switch (kind) {
    case 'comment': {
      const data = completeFields({ from: reader.line('from', longestGuestName), text: reader.lines('text', longestGuestText) });
      return data && { ...stamp, kind, data };
    }
    case 'proposal': {
      const data = readProposal(reader);
      return data && { ...stamp, kind, data };
    }
    case 'clinician-word': {
      const data = completeFields({ from: reader.line('from', longestGuestName), flags: reader.choices('flags', flagIds), date: reader.day('date') });
      const text = reader.lines('text', longestGuestText, 'optional');
      return data && { ...stamp, kind, data: { ...data, ...presentFields({ text }) } };
    }
  }
}

/** What a proposal says, of a guest or of a file. */
export function readProposal(reader: StrictReader): Proposal | undefined {
  const from = reader.line('from', longestGuestName);
  const text = reader.lines('text', longestGuestText, 'optional');
  const changes = reader.list('changes', mostProposedChanges, readChange);
  if (changes?.length === 0) return reader.refuse('changes', 'at least one change');
  const data = completeFields({ from, changes });
  return data && { ...data, ...presentFields({ text }) };
}

function readChange(reader: StrictReader): ProposedChange | undefined {
  const kind = reader.choice('kind', ['amount', 'swap', 'side']);
  const exercise = reader.name('exercise');
  if (kind === undefined || exercise === undefined) return undefined;
  if (kind === 'amount') return readAmount(exercise, reader);
  if (kind === 'swap') {
    const by = reader.name('by');
    return by === undefined ? undefined : { kind, exercise, by };
  }
  const side = reader.choice('side', sidesOrBoth);
  return side === undefined ? undefined : { kind, exercise, side };
}

function readAmount(exercise: string, reader: StrictReader): ProposedAmount | undefined {
  const amounts = presentFields({
    sets: reader.number('sets', wholeSets, 'optional'),
    reps: reader.number('reps', wholeReps, 'optional'),
    holdSeconds: reader.number('holdSeconds', wholeSeconds, 'optional'),
  });
  const side = reader.choice('side', sides, 'optional');
  if (Object.keys(amounts).length === 0) return reader.refuse('sets', 'sets, reps or holdSeconds');
  return { kind: 'amount', exercise, ...presentFields({ side }), ...amounts };
}
