import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/settings';
import { useServices } from '../../app/services.ts';
import type { Diary } from '../../diary/diary.ts';
import { isOpenShare } from '../../sync/share-days.ts';
import { countText } from '../../widgets/count-text.ts';

/** The way to sharing, and how many people see something. */
export function ShareRow({ diary }: { readonly diary: Diary | undefined }): JSX.Element {
  const { clock } = useServices();
  const count = diary?.folded().shares.filter((made) => isOpenShare(made, clock.nowMillis())).length ?? 0;
  return (
    // Its label is the text inside, which the rule does not see that deep.
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label
    <a class="card settings-link" href="/share">
      <span class="row-text">
        <span class="settings-link-title">{text.groups.shareTitle}</span>
        <span class="choice-note">{count === 0 ? text.groups.share : countText(text.groups.shareSome, count)}</span>
      </span>
      <span class="chevron" aria-hidden="true" />
    </a>
  );
}
