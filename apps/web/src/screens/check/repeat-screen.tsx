import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { sides } from '@psoas/kernel';
import { feltMoments, halfKneelingPlaces } from '@psoas/core/answers';
import steps from '@psoas/knowledge/text/steps';
import { Waiting, type ScreenProps } from '../../app/lazy-screen.tsx';
import { useLocation } from '../../app/router.tsx';
import { useStanding } from '../../app/use-standing.ts';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { createDraft } from './draft.ts';
import { TestStep } from './test-step.tsx';
import './check.css';

/** [D-06] The half-kneeling test of one side once more, on another day than the check that it alone changed. */
export default function RepeatScreen({ params }: ScreenProps): JSX.Element {
  const standing = useStanding();
  const { go } = useLocation();
  const [draft, setDraft] = useState(() => createDraft(undefined));
  if (standing === undefined) return <Waiting />;
  const { assessment, state, triage, diary } = standing;
  const side = sides.find((each) => each === params['side']);
  const check = state.latestCheck?.id;
  const words = steps.repeat.gone;
  if (side === undefined || check === undefined || assessment?.repeatDue?.includes(side) !== true)
    return <NothingYet title={words.title} lead={words.lead} href="/today" button={words.button} />;
  const save = async (): Promise<void> => {
    const fields = draft.tests.halfKneeling?.[side] ?? {};
    const felt = halfKneelingPlaces.find((place) => place === fields['felt']);
    const when = feltMoments.find((moment) => moment === fields['when']);
    if (felt === undefined) return;
    await diary.append('test-repeated', { check, side, felt, ...(when && { when }) });
    go('/today', 'replace');
  };
  return (
    <TestStep
      test="halfKneeling"
      side={side}
      exclusions={triage?.exclusions ?? []}
      draft={draft}
      onChange={setDraft}
      onNext={() => void save()}
    />
  );
}
