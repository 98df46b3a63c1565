import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MadeShare } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/share';
import type { Shares } from '../../sync/create-shares.ts';
import { useTask } from '../other-device/use-task.ts';
import { relayOf } from './new-share.tsx';
import { PassphraseStep } from './passphrase-step.tsx';
import { ShareFault } from './share-fault.tsx';
import { ShownLink } from './shown-link.tsx';

type LinkAgainProps = { readonly shares: Shares; readonly made: MadeShare; readonly onDone: () => void };

/** The link of a share once more. A passphrase is nowhere kept, so it is asked for anew. */
export function LinkAgain({ shares, made: { share, label }, onDone }: LinkAgainProps): JSX.Element {
  const [shown, setShown] = useState<{ readonly link: string; readonly isSealed: boolean }>();
  const task = useTask();
  const relay = relayOf(shares);
  const show = async (passphrase: string | undefined): Promise<void> => {
    const link = await task.run(() => shares.tasks.link({ share, ...(passphrase !== undefined && { passphrase }) }), relay);
    if (link !== undefined) setShown({ link, isSealed: passphrase !== undefined });
  };
  if (shown !== undefined) return <ShownLink {...shown} shares={shares} share={share} label={label} relay={relay} isFirst={false} onDone={onDone} />;
  return (
    <div class="screen narrow">
      <PassphraseStep relay={undefined} isWorking={task.isWorking} button={text.steps.passphrase.show} onDone={(passphrase) => void show(passphrase)}>
        <ShareFault task={task} />
      </PassphraseStep>
    </div>
  );
}
