import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SharePartId } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/share';
import { useLocation } from '../../app/router.tsx';
import type { Shares } from '../../sync/create-shares.ts';
import { RoadHead } from '../check/road-head.tsx';
import { useBrowserBack } from '../check/use-browser-back.ts';
import { usualName } from '../other-device/usual-name.ts';
import { useTask } from '../other-device/use-task.ts';
import '../check/check.css';
import { HowLongStep } from './how-long-step.tsx';
import { PassphraseStep } from './passphrase-step.tsx';
import { ShareFault } from './share-fault.tsx';
import { ShownLink } from './shown-link.tsx';
import { WhatStep } from './what-step.tsx';
import { WhoStep } from './who-step.tsx';

/** What was answered so far. */
export type ShareDraft = {
  readonly label: string;
  readonly callMe: string;
  readonly parts: readonly SharePartId[];
  /** Undefined for no end. */
  readonly weeks: number | undefined;
};

/** What a step gets. */
export type ShareStepProps = { readonly draft: ShareDraft; readonly onChange: (changes: Partial<ShareDraft>) => void; readonly onNext: () => void };

type MadeLink = { readonly share: string; readonly link: string; readonly isSealed: boolean };

const steps = [WhoStep, WhatStep, HowLongStep] as const;

/** A new share: one question at a time, then the link. */
export function NewShare({ shares }: { readonly shares: Shares }): JSX.Element {
  const { go } = useLocation();
  const [draft, setDraft] = useState<ShareDraft>({ label: '', callMe: '', parts: [], weeks: 4 });
  const [index, setIndex] = useState(0);
  const [made, setMade] = useState<MadeLink>();
  // The words are made on the way; what that means is still to be said at the end.
  const [isFirst] = useState(shares.sync.state().role.kind === 'alone');
  const task = useTask();
  const relay = relayOf(shares);
  const goBack = index === 0 || made !== undefined || task.isWorking ? undefined : (): void => setIndex(index - 1);
  useBrowserBack(goBack);
  const make = async (passphrase: string | undefined): Promise<void> => {
    const share = await task.run(() => shares.make(wantedOf(draft), { relay, deviceName: usualName() }), relay);
    if (share === undefined) return;
    const link = await task.run(() => shares.tasks.link({ share, ...(passphrase !== undefined && { passphrase }) }), relay);
    if (link !== undefined) setMade({ share, link, isSealed: passphrase !== undefined });
  };
  if (made !== undefined) return <ShownLink {...made} shares={shares} label={draft.label.trim()} relay={relay} isFirst={isFirst} onDone={() => go(`/share/${made.share}`, 'replace')} />;
  const Step = steps[index];
  return (
    <div class="screen narrow" key={index}>
      <RoadHead index={index} count={steps.length + 1} onBack={goBack ?? (() => go('/share'))} />
      {Step !== undefined ? (
        <Step draft={draft} onChange={(changes) => setDraft({ ...draft, ...changes })} onNext={() => setIndex(index + 1)} />
      ) : (
        <PassphraseStep relay={isFirst ? relay : undefined} isWorking={task.isWorking} button={text.steps.passphrase.do} onDone={(passphrase) => void make(passphrase)}>
          <ShareFault task={task} />
        </PassphraseStep>
      )}
    </div>
  );
}

/** The relay of this device's diary, or the one at the app's own address. */
export function relayOf(shares: Shares): string {
  const { role } = shares.sync.state();
  return role.kind === 'alone' ? window.location.origin : role.relay;
}

function wantedOf({ label, callMe, parts, weeks }: ShareDraft): Parameters<Shares['make']>[0] {
  const name = callMe.trim();
  return { label: label.trim(), parts, ...(name !== '' && { callMe: name }), ...(weeks !== undefined && { weeks }) };
}
