import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/privacy';
import { ScreenHead } from '../../widgets/screen-head.tsx';

/** The privacy notice. */
export default function PrivacyScreen(): JSX.Element {
  return (
    <div class="screen narrow">
      <ScreenHead title={text.title} lead={text.lead} />
      {text.sections.map(({ title, items }) => (
        <section key={title} class="card stack-tight">
          <h2>{title}</h2>
          <ul class="bullets">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
      <a class="button button-quiet" href="/settings">
        {text.settings}
      </a>
    </div>
  );
}
