import type { JSX } from 'preact';
import { sides, type Side } from '@psoas/kernel';
import type { Answers } from '@psoas/core/answers';
import { answersOf } from '@psoas/core/diary';
import type { SideFinding, TraceEntry } from '@psoas/core/selfcheck';
import { checks } from '@psoas/knowledge/checks';
import measureText from '@psoas/knowledge/text/measure';
import text from '@psoas/knowledge/text/result';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useStanding } from '../../app/use-standing.ts';
import { ClaimsDisclosure } from '../../widgets/claims-disclosure.tsx';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { ReasonLine } from '../../widgets/reason-line.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { answerText, testName } from './answer-text.ts';
import { headlineOf } from './headline.ts';
import { SinceLastCheck } from './since-last-check.tsx';
import './result.css';

/** What the check found, side by side, with the way there and how sure it is. */
export default function ResultScreen(): JSX.Element {
  const standing = useStanding();
  if (standing === undefined) return <Waiting />;
  const { assessment, state, today } = standing;
  if (assessment === undefined) return <NothingYet title={text.none.title} lead={text.none.lead} href="/check" button={text.none.start} />;
  if (assessment.findings === null || today.kind === 'stopped') return <NothingYet isStopped title={text.waits.title} lead={text.waits.lead} href="/today" button={text.waits.button} />;
  const { findings } = assessment;
  const answers = answersOf(state);
  const claims = [...new Set(sides.flatMap((side) => findings[side].trace.flatMap((entry) => entry.claims)))];
  return (
    <div class="split">
      <div class="split-head stack">
        <ScreenHead kicker={text.kicker} title={headlineOf(findings)} lead={text.lead} />
        <div class="pair">
          {sides.map((side) => (
            <SideCard key={side} side={side} finding={findings[side]} answers={answers} />
          ))}
        </div>
      </div>
      <div class="split-figure result-figure">
        <FigurePlace of="half-kneeling" label={text.figure} />
      </div>
      <div class="screen">
        <SinceLastCheck standing={standing} />
        <details class="more">
          <summary>{text.why.title}</summary>
          <div class="more-body">
            {sides.map((side) => (
              <div key={side} class="card stack">
                <h2>{text.sides[side]}</h2>
                {findings[side].trace.filter(({ test }) => test !== 'result').map((entry) => (
                  <TraceLine key={entry.test} entry={entry} side={side} answers={answers} />
                ))}
              </div>
            ))}
          </div>
        </details>
        <HowSure tests={findings.left.trace.map(({ test }) => test)} />
        <ClaimsDisclosure ids={claims} label={text.claims} />
        <p>
          <a href="/check?new">{text.again}</a>
        </p>
        <p>
          <a href="/measure">{measureText.links.result}</a>
        </p>
      </div>
      <div class="action-bar">
        <a class="button" href="/programme">
          {text.programme}
        </a>
      </div>
    </div>
  );
}

type SideProps = { readonly side: Side; readonly answers: Answers | undefined };

function SideCard({ side, finding, answers }: SideProps & { readonly finding: SideFinding }): JSX.Element {
  return (
    <div class="card side-card">
      <p class="kicker">{text.sides[side]}</p>
      <p class="side-result">{text.results[finding.result]}</p>
      {finding.trace.filter(({ test }) => test === 'halfKneeling' || test === 'kneeLift').map((entry) => (
        <p key={entry.test} class="small soft">
          {entry.rule === 'F-11' ? `${testName(entry.test)}: ${text.notTried}` : answerText(entry, side, answers)}
        </p>
      ))}
    </div>
  );
}

function TraceLine({ entry, side, answers }: SideProps & { readonly entry: TraceEntry }): JSX.Element {
  return (
    <div class="stack-tight">
      <h3>{testName(entry.test)}</h3>
      <p>{answerText(entry, side, answers)}</p>
      <ReasonLine id={entry.rule} />
      {entry.notUsedBecause.map((id) => (
        <ReasonLine key={id} id={id} />
      ))}
    </div>
  );
}

function HowSure({ tests }: { readonly tests: readonly string[] }): JSX.Element {
  return (
    <details class="more">
      <summary>{text.sure.title}</summary>
      <div class="more-body">
        <p>{text.sure.lead}</p>
        {checks.filter(({ answerKey }) => tests.includes(answerKey)).map((check) => (
          <div key={check.id} class="card stack-tight">
            <h3>{check.name}</h3>
            <p class="soft">{check.validity}</p>
            <p class="soft">{check.error}</p>
          </div>
        ))}
      </div>
    </details>
  );
}
