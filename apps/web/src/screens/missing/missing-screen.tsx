import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/shell';
import { ScreenHead } from '../../widgets/screen-head.tsx';

/** For an address that leads nowhere. */
export default function MissingScreen(): JSX.Element {
  return (
    <div class="screen narrow">
      <ScreenHead title={text.missing.title} lead={text.missing.lead} />
      <a class="button" href="/today">
        {text.missing.button}
      </a>
    </div>
  );
}
