import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { painThatWaits, type FlagId } from '@psoas/core/safety';
import { groups, questions } from '@psoas/knowledge/questions';
import type { Question } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/today';
import checkText from '@psoas/knowledge/text/check';
import { useLocation } from '../../app/router.tsx';
import type { Standing } from '../../app/use-standing.ts';
import { PainScale } from '../../widgets/form/pain-scale.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { flagIdOf } from '../check/answer-question.ts';
import { QuestionDialog } from '../check/question-dialog.tsx';

type BeforeSessionProps = {
  readonly standing: Standing;
  readonly onReady: () => void;
  /** The button at the end; without it, the one to the session. */
  readonly readyLabel?: string;
  /** Id of a question that is open from the beginning. */
  readonly opensFirst?: string;
};

/** The short safety form before each session: new signs first, then pain at rest. */
export function BeforeSession({ standing: { diary }, onReady, readyLabel = text.before.go, opensFirst }: BeforeSessionProps): JSX.Element {
  const { go } = useLocation();
  const [newSigns, setNewSigns] = useState<readonly FlagId[]>([]);
  const [step, setStep] = useState<'signs' | 'pain'>('signs');
  const [painNow, setPainNow] = useState<number>();
  const record = async (signs: readonly FlagId[], pain: number): Promise<void> => {
    await diary.append('safety-answered', { newSigns: signs, painNow: pain });
    if (signs.length === 0 && pain < painThatWaits) onReady();
    else go('/today', 'replace');
  };
  if (step === 'signs') {
    // [S-03] A new sign is answered at once; pain need not be asked first.
    return <SignRows {...(opensFirst !== undefined && { opensFirst })} chosen={newSigns} onChange={setNewSigns} onNext={() => (newSigns.length === 0 ? setStep('pain') : void record(newSigns, 0))} />;
  }
  return (
    <div class="screen narrow">
      <ScreenHead kicker={text.before.kicker} title={text.before.painTitle} />
      <div class="card">
        <PainScale legend={text.before.pain} none={text.before.painNone} worst={text.before.painWorst} value={painNow} onChange={setPainNow} />
      </div>
      {(painNow ?? 0) >= painThatWaits && <p class="note">{text.before.waits}</p>}
      <div class="action-bar">
        <button
          type="button"
          class="button"
          disabled={painNow === undefined}
          onClick={() => {
            if (painNow !== undefined) void record([], painNow);
          }}
        >
          {(painNow ?? 0) >= painThatWaits ? text.before.next : readyLabel}
        </button>
      </div>
    </div>
  );
}

// What can be urgent, and what forbids a session today.
const askedBefore: readonly Question[] = questions.filter(({ id, actions }) => actions.A !== undefined || actions.B !== undefined || id === 'RF42' || id === 'RF54');

type SignRowsProps = { readonly opensFirst?: string; readonly chosen: readonly FlagId[]; readonly onChange: (chosen: readonly FlagId[]) => void; readonly onNext: () => void };

function SignRows({ opensFirst, chosen, onChange, onNext }: SignRowsProps): JSX.Element {
  const [opened, setOpened] = useState(() => askedBefore.find(({ id }) => id === opensFirst));
  const isYes = (question: Question): boolean => chosen.some((id) => id === question.id);
  const without = (question: Question): readonly FlagId[] => chosen.filter((id) => id !== question.id);
  return (
    <div class="screen narrow">
      <ScreenHead kicker={text.before.kicker} title={text.before.title} lead={text.before.lead} />
      {groups.map((group) => {
        const rows = askedBefore.filter((question) => question.group === group.id);
        return rows.length === 0 ? null : (
          <section key={group.id} class="stack-tight">
            <h2 class="kicker small">{group.title}</h2>
            <ul class="rows">
              {rows.map((question) => (
                <li key={question.id}>
                  <button type="button" class={isYes(question) ? 'row row-yes' : 'row'} aria-haspopup="dialog" onClick={() => setOpened(question)}>
                    <span class="row-text">{question.label}</span>
                    {isYes(question) ? <span class="chip">{checkText.groups.yes}</span> : <span class="chevron" aria-hidden="true" />}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <div class="action-bar">
        <button type="button" class="button" onClick={onNext}>
          {chosen.length === 0 ? text.before.none : text.before.next}
        </button>
      </div>
      {opened !== undefined && (
        <QuestionDialog
          question={{ ...opened, asks: [] }}
          draft={{ yes: chosen, details: {} }}
          onClose={() => setOpened(undefined)}
          onNo={() => onChange(without(opened))}
          onYes={() => {
            const id = flagIdOf(opened.id);
            if (id !== undefined) onChange([...without(opened), id]);
          }}
        />
      )}
    </div>
  );
}
