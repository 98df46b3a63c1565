import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { judgedSentence, judgeProposal, type Judgement, type ReplyEnvelope } from '@psoas/core/sharing';
import type { AnsweredProposal } from '@psoas/core/diary';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/share';
import words from '@psoas/knowledge/text/sharing';
import { useSettings } from '../../app/use-settings.ts';
import type { Standing } from '../../app/use-standing.ts';
import { exerciseName } from '../../widgets/exercise-name.ts';
import { reasonText } from '../../widgets/reason-text.ts';

type ProposalNoteProps = { readonly standing: Standing; readonly share: string; readonly proposal: ReplyEnvelope<'proposal'>; readonly onAnswered: () => void };

/** [SH-07] [SH-08] A proposal: each change with what psoas says of it, and the person's answer. */
export function ProposalNote({ standing: { state, day, diary }, share, proposal, onAnswered }: ProposalNoteProps): JSX.Element {
  const [{ order }] = useSettings();
  const judgement = useMemo(() => judgeProposal(proposal.data, state, { catalogue, today: day, order }), [proposal, state, day, order]);
  const answered = state.proposalAnswers.find((answer) => answer.share === share && answer.proposal.id === proposal.id);
  // Once it is answered the plan may follow it already, so what psoas said before is kept.
  const [judgedThen, setJudgedThen] = useState<Judgement>();
  const answer = (given: 'accepted' | 'declined'): void => {
    onAnswered();
    setJudgedThen(judgement);
    void diary.append('proposal-answered', { share, proposal, answer: given });
  };
  const takeBack = (): void => {
    onAnswered();
    void diary.append('proposal-taken-back', { share, proposal: proposal.id });
  };
  const canAccept = judgement.changes.some(({ verdict }) => verdict !== 'refused');
  return (
    <>
      <h3>{text.proposal.title}</h3>
      <Changes judgement={answered === undefined ? judgement : (judgedThen ?? judgement)} tellsVerdict={answered === undefined || judgedThen !== undefined} />
      {answered === undefined ? (
        <>
          {!canAccept && <p class="strong">{text.proposal.none}</p>}
          <div class={canAccept ? 'pair' : 'stack'}>
            <button type="button" class="button button-quiet" onClick={() => answer('declined')}>
              {text.proposal.decline}
            </button>
            {canAccept && (
              <button type="button" class="button button-quiet" onClick={() => answer('accepted')}>
                {text.proposal.accept}
              </button>
            )}
          </div>
          <p class="small soft">{text.proposal.safety}</p>
        </>
      ) : (
        <Answered answered={answered} canAccept={canAccept} isFresh={judgedThen !== undefined} onTakeBack={takeBack} onAccept={() => answer('accepted')} />
      )}
    </>
  );
}

function Changes({ judgement, tellsVerdict }: { readonly judgement: Judgement; readonly tellsVerdict: boolean }): JSX.Element {
  const told = judgement.changes.map((judged) => judgedSentence(judged, { words, exerciseName, reason: reasonText }));
  return (
    <ul class="stack">
      {told.map(({ asked, verdict, why }) => (
        <li key={asked}>
          <p class="strong">{asked}</p>
          {tellsVerdict && <p>{[verdict, ...why].join(' ')}</p>}
        </li>
      ))}
    </ul>
  );
}

type AnsweredProps = {
  readonly answered: AnsweredProposal;
  readonly canAccept: boolean;
  /** The buttons that were pressed are gone, so the way back takes the focus. */
  readonly isFresh: boolean;
  readonly onTakeBack: () => void;
  readonly onAccept: () => void;
};

function Answered({ answered, canAccept, isFresh, onTakeBack, onAccept }: AnsweredProps): JSX.Element {
  const counts = answered.answer === 'accepted' && answered.takenBack === undefined;
  const said = counts ? text.proposal.accepted : answered.answer === 'accepted' ? text.proposal.takenBack : text.proposal.declined;
  const wayBack = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFresh) wayBack.current?.focus({ preventScroll: true });
  }, [isFresh, counts]);
  return (
    <div class="spread">
      <p role="status">{said}</p>
      {(counts || canAccept) && (
        <button ref={wayBack} type="button" class="text-button" onClick={counts ? onTakeBack : onAccept}>
          {counts ? text.proposal.takeBack : text.proposal.acceptAfterAll}
        </button>
      )}
    </div>
  );
}
