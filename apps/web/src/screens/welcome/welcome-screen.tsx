import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/welcome';
import { useSettings } from '../../app/use-settings.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import './welcome.css';

/** What psoas is, what it is not, and one button. */
export function WelcomeScreen(): JSX.Element {
  const [{ started }] = useSettings();
  return (
    <div class="welcome split">
      <div class="split-figure welcome-picture">
        <FigurePlace of="kneeling-hip-flexor-lunge" />
      </div>
      <div class="screen">
        <ScreenHead title={text.title} lead={text.lead} />
        <ol class="welcome-steps">
          {text.steps.map((step) => (
            <li key={step.title}>
              <span class="row-title">{step.title}</span>
              <span class="soft">{step.text}</span>
            </li>
          ))}
        </ol>
        <div class="action-bar action-bar-inside">
          <a class="button" href="/check">
            {started ? text.resume : text.start}
          </a>
          <a class="button button-plain" href="/learn">
            {text.look}
          </a>
        </div>
        <div class="note stack-tight">
          <h2 class="strong">{text.honest.title}</h2>
          <p>{text.honest.text}</p>
        </div>
        <div class="stack-tight">
          <p class="soft">{text.private.text}</p>
          <p>
            <a href="/privacy">{text.private.link}</a>
          </p>
        </div>
      </div>
    </div>
  );
}
