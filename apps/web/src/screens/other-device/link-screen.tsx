import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/sync';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useDiary } from '../../app/use-diary.ts';
import type { Diary } from '../../diary/diary.ts';
import type { Sync } from '../../sync/create-sync.ts';
import { addressToLink } from '../../sync/device-address.ts';
import { useSync } from '../../sync/use-sync.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { ChooseWay } from './choose-way.tsx';
import { ConfirmEntry, type Ticket } from './confirm-entry.tsx';
import './other-device.css';

/** [SY-05] A link in the address is taken out of it at once, before anything is drawn. */
function takeLinkFromAddress(): Ticket | undefined {
  const { hash, pathname, origin } = window.location;
  if (hash.length < 2) return undefined;
  window.history.replaceState(window.history.state, '', pathname);
  return { kind: 'link', ...addressToLink(hash, origin) };
}

/** Enters a diary that is on another device. */
export default function LinkScreen(): JSX.Element {
  const sync = useSync();
  const diary = useDiary();
  const [ticket, setTicket] = useState(takeLinkFromAddress);
  // The same page may be open when the camera of the device opens another link.
  useEffect(() => {
    const take = (): void => setTicket((before) => takeLinkFromAddress() ?? before);
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  if (sync === undefined || diary === undefined) return <Waiting />;
  return (
    <div class="screen narrow">
      <ScreenHead kicker={<a href="/settings/devices">{text.title}</a>} title={text.link.title} {...(ticket === undefined && { lead: text.link.lead })} />
      <LinkView sync={sync} diary={diary} ticket={ticket} onTicket={setTicket} />
    </div>
  );
}

type LinkViewProps = {
  readonly sync: Sync | 'impossible';
  readonly diary: Diary;
  readonly ticket: Ticket | undefined;
  readonly onTicket: (ticket: Ticket | undefined) => void;
};

function LinkView({ sync, diary, ticket, onTicket }: LinkViewProps): JSX.Element {
  const [isEntered, setEntered] = useState(false);
  if (sync === 'impossible') return <p class="note">{text.impossible}</p>;
  if (isEntered) return <Arriving sync={sync} />;
  if (sync.state().role.kind !== 'alone') return <p class="note">{text.fault.alreadySetUp}</p>;
  if (ticket === undefined) return <ChooseWay onTicket={onTicket} />;
  return <ConfirmEntry sync={sync} diary={diary} ticket={ticket} onCancel={() => onTicket(undefined)} onEntered={() => setEntered(true)} />;
}

// The first exchange is under way; nobody has to wait for it.
function Arriving({ sync }: { readonly sync: Sync }): JSX.Element {
  const { note, fault, progress } = sync.state();
  const isDone = note.doneAtMillis !== undefined;
  return (
    <section class="card stack">
      <div role="status" class="stack-tight">
        <h2>{isDone ? text.link.done : text.link.working}</h2>
        <p class="soft">{isDone ? text.link.doneNote : fault !== undefined ? text.link.later : fillTemplate(text.link.progress, { fetched: progress?.fetched ?? 0 })}</p>
      </div>
      <a class={isDone ? 'button' : 'button button-quiet'} href="/today">
        {text.link.today}
      </a>
    </section>
  );
}
