import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/settings';
import { lazyScreen } from '../../app/lazy-screen.tsx';

const LiveLine = lazyScreen(() => import('../other-device/live-line.tsx'));

/** The way to the other devices, and how it stands with them. */
export function DevicesRow(): JSX.Element {
  return (
    // Its label is the text inside, which the rule does not see behind the spans.
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label
    <a class="card settings-link" href="/settings/devices">
      <span class="row-text">
        <span class="settings-link-title">{text.groups.devicesTitle}</span>
        <span class="choice-note">
          <LiveLine params={{}} />
        </span>
      </span>
      <span class="chevron" aria-hidden="true" />
    </a>
  );
}
