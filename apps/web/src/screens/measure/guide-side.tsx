import type { JSX } from 'preact';
import { fillTemplate, sidePlaces, type Side } from '@psoas/kernel';
import { checks } from '@psoas/knowledge/checks';
import checkText from '@psoas/knowledge/text/check';
import text from '@psoas/knowledge/text/measure';
import { PlayingFigure } from '../../widgets/playing-figure.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import type { MeasurePlan } from './measure-plan.ts';

type GuideSideProps = { readonly plan: MeasurePlan; readonly side: Side; readonly onReady: () => void; readonly onHurts: () => void };

/** One second up, one second down, as the test says. */
const liftTempo = { upSeconds: 1, pauseSeconds: 0, downSeconds: 1 };

/** How to get into the posture on one side, with the figure that does it. */
export function GuideSide({ plan: { test, method }, side, onReady, onHurts }: GuideSideProps): JSX.Element {
  const check = checks.find(({ answerKey }) => answerKey === (test === 'thomas' ? 'thomas' : 'seatedLifts'));
  const words = sidePlaces(side, checkText.tests);
  const own = test === 'thomas' && (method === 'tape' || method === 'phone' || method === 'photo') ? [text.guide[method], text.guide.up] : [];
  const lines = [...text.guide[test], ...own].map((line) => fillTemplate(line, words));
  return (
    <div class="split">
      <div class="split-head">
        <ScreenHead kicker={text.tests[test]} title={text.guide.title[side]} />
      </div>
      <div class="split-figure stack">
        {check !== undefined && <PlayingFigure of={check.id} side={side} tempo={test === 'seated-raises' ? liftTempo : undefined} />}
      </div>
      <div class="screen">
        <ol class="numbered">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <details class="more">
          <summary>{text.guide.stop}</summary>
          <ul class="bullets more-body">
            {check?.stops.map(({ sign }) => (
              <li key={sign}>{sign}</li>
            ))}
          </ul>
        </details>
      </div>
      <div class="action-bar">
        <button type="button" class="button" onClick={onReady}>
          {text.guide.ready}
        </button>
        <button type="button" class="button button-plain" onClick={onHurts}>
          {text.guide.hurts}
        </button>
      </div>
    </div>
  );
}
