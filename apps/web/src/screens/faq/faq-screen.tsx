import type { JSX } from 'preact';
import { faq } from '@psoas/knowledge/faq';
import text from '@psoas/knowledge/text/faq';
import { useHashTarget } from '../../app/use-hash-target.ts';
import { Blocks } from '../../widgets/blocks.tsx';
import { ClaimsDisclosure } from '../../widgets/claims-disclosure.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';

/** Questions and short answers. */
export default function FaqScreen(): JSX.Element {
  useHashTarget(true);
  return (
    <div class="screen narrow">
      <ScreenHead kicker={text.kicker} title={text.title} />
      <div class="card faq">
        {faq.map(({ id, question, blocks, correction, claims }) => (
          <details key={id} id={id} class="more faq-entry">
            <summary>{question}</summary>
            <div class="more-body">
              <Blocks blocks={blocks} />
              {correction !== undefined && (
                <div class="note stack-tight">
                  <h3>{text.correction}</h3>
                  <p>{correction}</p>
                </div>
              )}
              <ClaimsDisclosure ids={claims} label={text.claims} />
            </div>
          </details>
        ))}
      </div>
    </div>
  );
}
