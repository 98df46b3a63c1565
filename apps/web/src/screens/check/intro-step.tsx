import type { JSX } from 'preact';
import { checks } from '@psoas/knowledge/checks';
import text from '@psoas/knowledge/text/check';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { ReasonLine } from '../../widgets/reason-line.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import type { TestOffer } from './steps.ts';

type IntroStepProps = { readonly offer: TestOffer; readonly onNext: () => void };

/** What comes now: the tests that suit this person, and why another was left out. */
export function IntroStep({ offer, onNext }: IntroStepProps): JSX.Element {
  const offered = checks.filter(({ answerKey, optional }) => !optional && (offer.offered.left.includes(answerKey) || offer.offered.right.includes(answerKey)));
  const needsFloor = offered.some(({ properties }) => properties.includes('floor'));
  return (
    <>
      <ScreenHead kicker={text.kicker} title={text.tests.introTitle} lead={offered.length === 0 ? text.tests.introNone : text.tests.introLead} />
      {offered.map((check) => (
        <div key={check.id} class="card test-card">
          <FigurePlace of={check.id} />
          <div class="stack-tight">
            <h2>{check.name}</h2>
            <p class="soft">{check.purpose}</p>
          </div>
        </div>
      ))}
      {offered.length > 0 && <p class="soft">{needsFloor ? text.tests.need : text.tests.needStanding}</p>}
      {offer.leftOut.length > 0 && (
        <div class="note stack-tight">
          <h2 class="strong">{text.tests.skippedTitle}</h2>
          {offer.leftOut.map(({ test, by }) => (
            <div key={test}>
              <p>{checks.find(({ answerKey }) => answerKey === test)?.name}</p>
              {by.map((id) => (
                <ReasonLine key={id} id={id} />
              ))}
            </div>
          ))}
        </div>
      )}
      <div class="action-bar">
        <button type="button" class="button" onClick={onNext}>
          {offered.length === 0 ? text.next : text.tests.begin}
        </button>
      </div>
    </>
  );
}
