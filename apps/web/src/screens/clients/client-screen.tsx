import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import text from '@psoas/knowledge/text/clients';
import sharedText from '@psoas/knowledge/text/shared';
import { Waiting, type ScreenProps } from '../../app/lazy-screen.tsx';
import { useDiary } from '../../app/use-diary.ts';
import { guestFaultKey } from '../../clients/guest-fault.ts';
import { doorOf, type Client } from '../../clients/look-at-clients.ts';
import { useGuest } from '../../clients/use-guest.ts';
import type { Diary } from '../../diary/diary.ts';
import { NothingYet } from '../../widgets/nothing-yet.tsx';
import { ShareState } from '../shared/share-state.tsx';
import { SharedPlace } from '../shared/shared-place.tsx';
import { ManageClient } from './manage-client.tsx';

/** One client: the page that they share, and the entry of the own list. */
export default function ClientScreen({ params }: ScreenProps): JSX.Element {
  const diary = useDiary();
  if (diary === undefined) return <Waiting />;
  const client = diary.folded().clients.find((each) => each.client === params['client']);
  if (client === undefined) return <NothingYet {...text.client.missing} href="/clients" />;
  return <ClientPlace key={client.client} diary={diary} client={client} />;
}

function ClientPlace({ diary, client }: { readonly diary: Diary; readonly client: Client }): JSX.Element {
  const tasks = useGuest();
  const door = useMemo(() => doorOf(client, window.location.origin), [client.link, client.guestSecret]);
  if (tasks === undefined) return <Waiting />;
  const back = <a href="/clients">{text.back}</a>;
  const manage = <ManageClient diary={diary} client={client} tasks={tasks === 'impossible' ? undefined : tasks} />;
  if (tasks === 'impossible') return <ShareState {...sharedText.impossible}>{manage}</ShareState>;
  if ('type' in door) return <ShareState {...sharedText.faults[guestFaultKey(door)]}>{manage}</ShareState>;
  return <SharedPlace tasks={tasks} door={door} back={back} below={() => manage} otherwise={manage} title={client.label} />;
}
