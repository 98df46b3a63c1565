import type { JSX } from 'preact';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/exercises';

/** Where it should be felt, and what another place means. */
export function FeelSection({ exercise: { feel } }: { readonly exercise: Exercise }): JSX.Element {
  return (
    <section class="section">
      <h2>{text.page.feel}</h2>
      <p>{feel.right}</p>
      <div>
        {feel.answers
          .filter(({ verdict }) => verdict !== 'right')
          .map((answer) => (
            <details key={answer.where} class="more feel">
              <summary>
                <span class="feel-where">{text.page.where[answer.where]}</span>
                <span class={answer.verdict === 'stop' ? 'chip chip-stop' : 'chip chip-quiet'}>
                  {text.page.verdicts[answer.verdict]}
                </span>
              </summary>
              <div class="more-body">
                <p>{answer.text}</p>
                {answer.fix !== undefined && <p class="strong">{answer.fix}</p>}
              </div>
            </details>
          ))}
      </div>
    </section>
  );
}
