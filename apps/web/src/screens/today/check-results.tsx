import type { JSX } from 'preact';
import { checkSentence, clinicianSentence, newsOfCheck } from '@psoas/core/diary';
import steps from '@psoas/knowledge/text/steps';
import type { TodayStanding } from '../../app/use-day.ts';

/** [D-07] Why a clinician should look; it stands before the session. */
export function ClinicianNote({ standing: { assessment, diary, day } }: { readonly standing: TodayStanding }): JSX.Element | null {
  const clinician = assessment?.clinician;
  if (clinician === undefined) return null;
  return (
    <section class="note note-stop stack-tight">
      <h2>{steps.clinician.title}</h2>
      <p>{clinicianSentence(clinician, steps.clinician)}</p>
      <p>
        <a href="/learn/getting-help">{steps.clinician.whatToDo}</a>
      </p>
      <button
        type="button"
        class="text-button"
        onClick={() => void diary.append('clinician-agreed', { flags: [], date: day })}
      >
        {steps.clinician.agreed}
      </button>
    </section>
  );
}

/** [D-06] [D-07] What the latest check did to the plan, and a test that is to be done again. */
export function CheckResults({ standing }: { readonly standing: TodayStanding }): JSX.Element | null {
  const { assessment, state, day } = standing;
  const repeats = assessment?.repeatDue ?? [];
  // What is to be done again stands in its own card.
  const changes = newsOfCheck(state, assessment, day).filter((change) => !(change.key === 'findingKept' && change.why.because === 'repeat-due' && repeats.includes(change.side)));
  if (changes.length === 0 && repeats.length === 0) return null;
  return (
    <>
      {repeats.length > 0 && (
        <section class="note stack-tight">
          <h2>{steps.repeat.title}</h2>
          <p>{steps.repeat.lead}</p>
          <p class="retest-ways">
            {repeats.map((side) => (
              <a key={side} class="text-button" href={`/repeat/${side}`}>
                {steps.repeat.button[side]}
              </a>
            ))}
          </p>
        </section>
      )}
      {changes.length > 0 && (
        <section class="card stack-tight">
          <h2>{steps.check.title}</h2>
          <ul class="stack-tight">
            {changes.map((change) => {
              const sentence = checkSentence(change, steps.check);
              return <li key={sentence}>{sentence}</li>;
            })}
          </ul>
        </section>
      )}
    </>
  );
}
