import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { measuringOffer } from '@psoas/core/measuring';
import { isUrgent } from '@psoas/core/safety';
import text from '@psoas/knowledge/text/measure';
import { catalogue } from '@psoas/knowledge/rules';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useLocation } from '../../app/router.tsx';
import { useServices } from '../../app/services.ts';
import { useStanding, type Standing } from '../../app/use-standing.ts';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { ReasonLine } from '../../widgets/reason-line.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { UrgentAnswer } from '../../widgets/urgent-answer.tsx';
import { BeforeSession } from '../session/before-session.tsx';
import { ChooseTest } from './choose-test.tsx';
import { HowToMeasure } from './how-to-measure.tsx';
import { MeasureSides } from './measure-sides.tsx';
import { measuredSides, openSides, type MeasurePlan } from './measure-plan.ts';
import './measure.css';

/** Measuring at home: what, how, both sides, and what changed. */
export default function MeasureScreen(): JSX.Element {
  const standing = useStanding();
  return standing === undefined ? <Waiting /> : <Measure standing={standing} />;
}

/** The name under which it is kept that measuring hurt, and on which day. */
const hurtName = 'measuring-hurt';

function Measure({ standing }: { readonly standing: Standing }): JSX.Element {
  const { diary, state, assessment, triage, day } = standing;
  const { go } = useLocation();
  const { clock } = useServices();
  const [hurtOn, setHurtOn] = useState<unknown>();
  const [test, setTest] = useState<MeasurePlan['test']>();
  const [plan, setPlan] = useState<MeasurePlan>();
  useEffect(() => void diary.readKept(hurtName).then(setHurtOn), [diary]);
  const offer = measuringOffer(state, assessment, { catalogue, today: day });
  const isAsked = state.latestShortSafety?.day === day;
  // What has begun is shown to its end, also when the last side hurt.
  if (plan !== undefined && isAsked && (offer.kind === 'offered' || measuredSides(state, plan).length > 0)) {
    return (
      <MeasureSides
        plan={plan}
        diary={diary}
        state={state}
        onHurts={() => {
          const stop = (): void => {
            setHurtOn(day);
            setPlan(undefined);
          };
          // Also where nothing can be kept.
          diary.writeKept(hurtName, day).then(stop, stop);
        }}
        onAgain={() => {
          setPlan(undefined);
          setTest(undefined);
        }}
      />
    );
  }
  if (triage !== undefined && isUrgent(triage.level)) return <UrgentAnswer triage={triage} onNewCheck={() => go('/check?new')} />;
  if (offer.kind === 'no-check') return <NothingYet title={text.none.title} lead={text.none.lead} href="/check" button={text.none.button} />;
  if (hurtOn === day) return <Stopped title={text.hurt.title} lead={text.hurt.lead} because={[]} />;
  if (offer.kind === 'stopped') return <Stopped title={text.stopped.title} lead={text.stopped.lead} because={offer.because} />;
  if (plan !== undefined && !isAsked) return <BeforeSession standing={standing} onReady={() => undefined} readyLabel={text.guide.before} />;
  if (test === undefined) return <ChooseTest state={state} offer={offer} onChoose={setTest} />;
  return (
    <HowToMeasure
      test={test}
      state={state}
      onBack={() => setTest(undefined)}
      onChosen={(way) => setPlan({ ...way, test, sides: openSides(offer, test), startedMillis: clock.nowMillis() })}
    />
  );
}

type StoppedProps = { readonly title: string; readonly lead: string; readonly because: readonly string[] };

function Stopped({ title, lead, because }: StoppedProps): JSX.Element {
  return (
    <div class="screen narrow">
      <ScreenHead title={title} lead={lead} />
      {because.map((id) => (
        <div key={id} class="note">
          <ReasonLine id={id} />
        </div>
      ))}
      <div class="action-bar">
        <a class="button" href="/today">
          {text.stopped.button}
        </a>
      </div>
    </div>
  );
}
