import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import { clientStatuses } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/clients';
import { Waiting } from '../../app/lazy-screen.tsx';
import { useServices } from '../../app/services.ts';
import { useDiary } from '../../app/use-diary.ts';
import { clientLines, type ClientLine } from '../../clients/client-line.ts';
import { useGlances, type Glances } from '../../clients/use-glances.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import './clients.css';

/** From so many on a list is searched rather than read. */
const searchedFrom = 8;

/** Everybody whom a professional looks after, the most pressing first. */
export default function ClientsScreen(): JSX.Element {
  const { clock } = useServices();
  const diary = useDiary();
  const clients = diary?.folded().clients;
  const { byClient, progress, lookAgain } = useGlances(clients);
  const [searched, setSearched] = useState('');
  const today = clock.today();
  const lines = useMemo(() => (clients === undefined || byClient === undefined ? undefined : clientLines(clients, byClient, today)), [clients, byClient, today]);
  if (lines === undefined) return <Waiting />;
  if (lines.length === 0)
    return (
      <div class="screen narrow">
        <ScreenHead title={text.none.title} lead={text.none.lead} />
      </div>
    );
  const wanted = searched.trim().toLowerCase();
  const found = lines.filter(({ label }) => label.toLowerCase().includes(wanted));
  const present = found.filter(({ client }) => !client.archived);
  const archived = found.filter(({ client }) => client.archived);
  return (
    <div class="screen">
      <ScreenHead title={text.title} lead={text.lead} />
      <p class="clients-counts">{countsOf(lines)}</p>
      {lines.length >= searchedFrom && (
        <label class="field clients-search">
          <span class="visually-hidden">{text.search}</span>
          <input class="input" type="search" placeholder={text.search} autocomplete="off" value={searched} onInput={({ currentTarget }) => setSearched(currentTarget.value)} />
        </label>
      )}
      <p role="status" class={wanted === '' ? 'visually-hidden' : 'small soft'}>
        {wanted === '' ? '' : found.length === 0 ? text.searchNone : fillTemplate(text.found, { count: found.length, all: lines.length })}
      </p>
      <ClientRows lines={present} />
      {archived.length > 0 && (
        <details class="more">
          <summary>
            {text.archived} ({archived.length})
          </summary>
          <ClientRows lines={archived} />
        </details>
      )}
      <LookLine progress={progress} unreached={lines.filter(({ client }) => byClient?.get(client.client)?.fault === 'unreachable').length} onAgain={lookAgain} />
    </div>
  );
}

function ClientRows({ lines }: { readonly lines: readonly ClientLine[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <ul class="rows clients">
      {lines.map(({ client, label, standing, sentence, note }) => (
        <li key={client.client}>
          <a class="row" href={`/clients/${encodeURIComponent(client.client)}`}>
            <span class={`client-mark client-${standing.status}`}>{text.statuses[standing.status]}</span>
            <span class="row-text">
              <span class="row-title">{label}</span>
              <span>{sentence}</span>
              {note !== undefined && <span class="row-note">{note}</span>}
            </span>
            <span class="chevron" aria-hidden="true" />
          </a>
        </li>
      ))}
    </ul>
  );
}

type LookLineProps = Pick<Glances, 'progress'> & { readonly unreached: number; readonly onAgain: () => void };

function LookLine({ progress, unreached, onAgain }: LookLineProps): JSX.Element {
  return (
    <div class="spread clients-look">
      <p class="small soft">{progress !== undefined ? fillTemplate(text.progress, progress) : unreached > 0 ? fillTemplate(text.lookedSome, { count: unreached }) : ''}</p>
      <button type="button" class="text-button" disabled={progress !== undefined} onClick={onAgain}>
        {text.again}
      </button>
    </div>
  );
}

function countsOf(lines: readonly ClientLine[]): string {
  const present = lines.filter(({ client }) => !client.archived);
  return clientStatuses
    .flatMap((status) => {
      const count = present.filter(({ standing }) => standing.status === status).length;
      return count === 0 ? [] : [fillTemplate(text.counts[status], { count })];
    })
    .join(' · ');
}
