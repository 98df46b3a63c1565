import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/shared';
import { useDiary } from '../../app/use-diary.ts';
import { guestFaultKey, type GuestFault } from '../../clients/guest-fault.ts';
import type { Door, GuestTasks } from '../../clients/guest-tasks.ts';
import { onSharedLink, partsOfLink, takeSharedLink } from '../../clients/shared-link.ts';
import { useGuest } from '../../clients/use-guest.ts';
import { KeepClient } from './keep-client.tsx';
import { PassphraseForm } from './passphrase-form.tsx';
import { ShareState } from './share-state.tsx';
import { SharedPlace } from './shared-place.tsx';

/** What somebody shares, opened by a link: no account, no welcome. */
export default function SharedScreen(): JSX.Element {
  const [given, setGiven] = useState(takeSharedLink);
  useEffect(() => onSharedLink(setGiven), []);
  const tasks = useGuest();
  if (tasks === 'impossible') return <ShareState {...text.impossible} />;
  if (given === undefined) return <ShareState {...text.noLink} />;
  if (tasks === undefined) return <ShareState title={text.loading} />;
  return <Unlocked key={given} tasks={tasks} given={given} />;
}

type UnlockedProps = { readonly tasks: GuestTasks; readonly given: string };

function Unlocked({ tasks, given }: UnlockedProps): JSX.Element {
  const [link, setLink] = useState<string>();
  const [fault, setFault] = useState<GuestFault>();
  const [isWorking, setWorking] = useState(true);
  const unlock = async (passphrase?: string): Promise<void> => {
    setWorking(true);
    const opened = await tasks.unlock({ text: given, ...(passphrase !== undefined && { passphrase }) });
    setWorking(false);
    if (opened.ok) setLink(opened.value);
    else setFault(opened.error);
  };
  useEffect(() => void unlock(), []);
  if (link !== undefined) return <OpenShare tasks={tasks} link={link} />;
  if (fault === undefined) return <ShareState title={text.loading} />;
  const key = guestFaultKey(fault);
  if (key === 'passphrase' || key === 'wrongPassphrase')
    return <PassphraseForm isWrong={key === 'wrongPassphrase'} isWorking={isWorking} onOpen={(passphrase) => void unlock(passphrase)} />;
  return <ShareState {...text.faults[key]} />;
}

// Who is kept already is opened with the right to answer that lies in the diary.
function OpenShare({ tasks, link }: { readonly tasks: GuestTasks; readonly link: string }): JSX.Element {
  const diary = useDiary();
  if (diary === undefined) return <ShareState title={text.loading} />;
  const client = diary.folded().clients.find((each) => partsOfLink(each.link).text === link);
  const door: Door = client === undefined ? { link, keeps: false } : { link, guestSecret: client.guestSecret, keeps: true };
  return <SharedPlace tasks={tasks} door={door} below={(sight) => <KeepClient diary={diary} tasks={tasks} link={link} client={client} suggested={sight.view.standing?.callMe ?? ''} />} />;
}
