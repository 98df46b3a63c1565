import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/settings';
import { useServices } from '../../app/services.ts';
import { useDiary } from '../../app/use-diary.ts';
import { isOpenShare } from '../../sync/share-days.ts';

/** [SH-22] Without its keys this device can end no share, so whoever gives them away hears of those that are open. */
export function OpenSharesNote(): JSX.Element | null {
  const { clock } = useServices();
  const shares = useDiary()?.folded().shares ?? [];
  if (!shares.some((made) => isOpenShare(made, clock.nowMillis()))) return null;
  return (
    <div class="note stack-tight">
      <p>{text.openShares.lead}</p>
      <a href="/share">{text.openShares.link}</a>
    </div>
  );
}
