import { describe, expect, it } from 'vitest';
import { err, ok, parseLocalDate } from '@psoas/kernel';
import type { SharedView } from '@psoas/core/sharing';
import { clientLines } from './client-line.ts';
import { readGlances, writeGlances, type ClientGlance, type GlanceByClient } from './glance-store.ts';
import { doorOf, lookAtClients, type Client, type RoundParts } from './look-at-clients.ts';
import type { GuestTasks } from './guest-tasks.ts';

const origin = 'https://app.example';
const parsed = parseLocalDate('2026-11-21');
if (!parsed.ok) throw new Error('no day');
const today = parsed.value;

function client(name: string, more: Partial<Client> = {}): Client {
  return { client: name, label: name, link: `${origin}/shared#link-${name}`, guestSecret: 'A'.repeat(43), archived: false, id: name, atMillis: 0, day: today, ...more };
}

function view(of: 'stopped' | 'rest'): SharedView {
  return { standing: { part: 'standing', day: today, parts: [], today: of, retestDue: false, answers: [] }, unreadableCount: 0 };
}

async function round(clients: readonly Client[], glance: GuestTasks['glance'], before: GlanceByClient = new Map()): Promise<{ readonly seen: Map<string, ClientGlance>; readonly waited: number[] }> {
  const seen = new Map<string, ClientGlance>();
  const waited: number[] = [];
  const parts: RoundParts = {
    glance,
    origin,
    nowMillis: () => 7,
    wait: (millis) => {
      waited.push(millis);
      return Promise.resolve();
    },
    signal: new AbortController().signal,
  };
  await lookAtClients(clients, parts, (name, found) => void seen.set(name, found), before);
  return { seen, waited };
}

describe('a round of looks', () => {
  it('asks for all, a few at once', async () => {
    let [running, most] = [0, 0];
    const clients = Array.from({ length: 50 }, (_, index) => client(`c${index}`));
    const { seen } = await round(clients, async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return ok(view('rest'));
    });
    expect(seen.size).toBe(50);
    expect(most).toBe(4);
  });

  it('waits where a relay asks for it, once', async () => {
    let asked = 0;
    const { seen, waited } = await round([client('a')], () => {
      asked += 1;
      return Promise.resolve(asked === 1 ? err({ type: 'refused', refused: 'too-many-requests', status: 429, waitMillis: 900 }) : ok(view('rest')));
    });
    expect(waited).toEqual([900]);
    expect(seen.get('a')).toMatchObject({ view: { standing: { today: 'rest' } } });
  });

  it('keeps what was seen where the network is away, and drops it where the share was ended', async () => {
    const before = new Map([['a', { view: view('rest'), lookedAtMillis: 1 }], ['b', { view: view('rest'), lookedAtMillis: 1 }]]);
    const { seen } = await round([client('a'), client('b')], ({ link }) => Promise.resolve(err(link === 'link-a' ? { type: 'unreachable' } : { type: 'refused', refused: 'revoked', status: 403 })), before);
    expect(seen.get('a')).toEqual({ view: view('rest'), lookedAtMillis: 7, fault: 'unreachable' });
    expect(seen.get('b')).toEqual({ lookedAtMillis: 7, fault: 'ended' });
  });

  it('asks no other address than its own', async () => {
    const elsewhere = client('a', { link: 'https://other.example/shared#link' });
    expect(doorOf(elsewhere, origin)).toEqual({ type: 'other-address', origin: 'https://other.example' });
    const { seen } = await round([elsewhere], () => Promise.reject(new Error('asked')));
    expect(seen.get('a')?.fault).toBe('otherAddress');
  });
});

describe('the list', () => {
  it('[SH-16] [SH-17] begins with who is stopped and ends with who has ended; what is not known is said', () => {
    const glances: GlanceByClient = new Map([
      ['ended', { lookedAtMillis: 1, fault: 'ended' }],
      ['fine', { view: view('rest'), lookedAtMillis: 1, fault: 'unreachable' }],
      ['stopped', { view: view('stopped'), lookedAtMillis: 1 }],
    ]);
    const lines = clientLines(['ended', 'new', 'fine', 'stopped'].map((name) => client(name)), glances, today);
    expect(lines.map(({ label, standing }) => [label, standing.status])).toEqual([
      ['stopped', 'stopped'],
      ['fine', 'fine'],
      ['new', 'unknown'],
      ['ended', 'ended'],
    ]);
    expect(lines[1]).toMatchObject({ note: 'Could not be reached.' });
    expect(lines[2]).toMatchObject({ sentence: 'Not looked at yet.' });
  });

  it('what was seen last comes back; what is damaged does not', async () => {
    let kept: unknown;
    const seen: GlanceByClient = new Map([['a', { view: view('stopped'), lookedAtMillis: 5 }], ['b', { lookedAtMillis: 6, fault: 'expired' }]]);
    await writeGlances({ writeKept: (_, value) => Promise.resolve(void (kept = structuredClone(value))) }, seen);
    expect(await readGlances({ readKept: () => Promise.resolve(kept) })).toEqual(seen);
    const damaged = { version: 1, byClient: new Map<unknown, unknown>([['a', { view: { standing: 'none' }, lookedAtMillis: 5 }], [7, {}], ['b', 'no']]) };
    expect(await readGlances({ readKept: () => Promise.resolve(damaged) })).toEqual(new Map());
    expect(await readGlances({ readKept: () => Promise.resolve({ version: 2 }) })).toEqual(new Map());
  });
});
