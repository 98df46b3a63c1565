import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isUrgent } from '@psoas/core/safety';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useLocation } from '../../app/router.tsx';
import { useServices } from '../../app/services.ts';
import { useDiary } from '../../app/use-diary.ts';
import type { Diary } from '../../diary/diary.ts';
import { UrgentAnswer } from '../../widgets/urgent-answer.tsx';
import { ClinicianStop } from './clinician-stop.tsx';
import { createDraft, draftName, draftToAnswers, readDraft, screenDraft, type CheckDraft } from './draft.ts';
import { RoadHead } from './road-head.tsx';
import { useBrowserBack } from './use-browser-back.ts';
import { StepView } from './step-view.tsx';
import { offerTests, stepsOf, type CheckStep } from './steps.ts';
import './check.css';

/** The self-check, screen by screen. Every answer is kept at once, so that a reload goes on here. */
export default function CheckScreen(): JSX.Element {
  const diary = useDiary();
  const { query, go } = useLocation();
  const [draft, setDraft] = useState<CheckDraft>();
  const isNew = query.get('new') !== null;
  useEffect(() => {
    if (diary === undefined) return;
    const fresh = createDraft(diary.folded().latestCheck?.answers);
    if (isNew) {
      // The wish for a new check is used up at once, so that a reload goes on with it instead of beginning again.
      void diary.removeKept(draftName).then(() => {
        setDraft(fresh);
        go('/check', 'replace');
      });
      return;
    }
    void diary.readKept(draftName).then((kept) => setDraft(readDraft(kept) ?? fresh));
  }, [diary, isNew, go]);
  if (diary === undefined || draft === undefined) return <Waiting />;
  return <Check diary={diary} draft={draft} onDraft={setDraft} />;
}

type CheckProps = { readonly diary: Diary; readonly draft: CheckDraft; readonly onDraft: (draft: CheckDraft) => void };

function Check({ diary, draft, onDraft }: CheckProps): JSX.Element {
  const { clock, settings } = useServices();
  const { go } = useLocation();
  const [isStopped, setStopped] = useState(false);
  const { triage, parsed } = screenDraft(draft, clock.today());
  const offer = offerTests(draft, triage, parsed.safety.details ?? {});
  const steps = stepsOf(draft, offer);
  const index = Math.max(0, steps.findIndex(({ id }) => id === draft.stepId));
  const step = steps[index];
  const keep = (next: CheckDraft): void => {
    onDraft(next);
    settings.change({ started: true });
    void diary.writeKept(draftName, next);
  };
  const moveTo = (target: CheckStep | undefined, from: CheckDraft = draft): void => {
    if (target === undefined) return;
    keep({ ...from, stepId: target.id });
    window.scrollTo(0, 0);
  };
  const record = (answers: CheckDraft): Promise<unknown> => diary.append('check-completed', { answers: draftToAnswers(answers) });
  const finish = async (): Promise<void> => {
    await record(draft);
    await diary.removeKept(draftName);
    // The step before this one in the browser's memory would be a check begun anew.
    go('/result', 'replace');
  };
  const goBack = index === 0 || isUrgent(triage.level) ? undefined : () => moveTo(steps[index - 1]);
  useBrowserBack(goBack && (() => (isStopped ? setStopped(false) : goBack())));
  const next = (): void => {
    // [S-02] Once everything about safety is answered, a C waits for a clinician before any test.
    if (step?.kind === 'pain' && triage.level === 'C') {
      setStopped(true);
      void record(draft);
    } else if (index === steps.length - 1) void finish();
    else moveTo(steps[index + 1]);
  };
  const isPastSafety = index > steps.findIndex(({ kind }) => kind === 'pain');
  if (isUrgent(triage.level)) {
    return <UrgentAnswer triage={triage} onShown={() => void record(draft)} onMistake={() => keep({ ...draft, ...withoutUrgent(draft, triage.reasons) })} onNewCheck={() => go('/check?new', 'replace')} />;
  }
  if (triage.level === 'C' && (isStopped || isPastSafety)) {
    return (
      <ClinicianStop
        triage={triage}
        onAgreed={(agreement) => {
          void diary.append('clinician-agreed', agreement);
          setStopped(false);
          const intro = steps.find(({ kind }) => kind === 'intro');
          moveTo(intro, { ...draft, agreement });
        }}
        onBack={() => {
          setStopped(false);
          moveTo(steps[0]);
        }}
      />
    );
  }
  if (step === undefined) return <Waiting />;
  return (
    <div class={step.kind === 'test' ? 'screen' : 'screen narrow'} key={step.id}>
      <RoadHead index={index} count={steps.length} onBack={goBack} />
      <StepView step={step} offer={offer} exclusions={triage.exclusions} draft={draft} onChange={keep} onNext={next} />
    </div>
  );
}

// A slip of the finger: the urgent answers go, all others stay.
function withoutUrgent(draft: CheckDraft, reasons: readonly { readonly id: string; readonly level: string }[]): Pick<CheckDraft, 'yes' | 'details'> {
  const urgent = new Set(reasons.filter(({ level }) => level === 'A' || level === 'B').map(({ id }) => id));
  return { yes: draft.yes.filter((id) => !urgent.has(id)), details: Object.fromEntries(Object.entries(draft.details).filter(([detail]) => harmlessDetails.has(detail))) };
}

// Answers of the screen on moving; they never make a sign urgent.
const harmlessDetails: ReadonlySet<string> = new Set(['kneelingHurts', 'hypermobility', 'backPattern']);
