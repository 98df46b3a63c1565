import { createHash } from 'node:crypto';
import { createEvent, readEvent } from '@psoas/core/diary';
import { err, isRecord, ok, isSameJson, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/mcp';
import type { NewEvent } from '../open-diary.ts';
import { failureRefusal, look, lookAt, momentOf, type Looked, type Moment } from './look.ts';
import type { Desk, Refusal, ToolName } from './tool.ts';

/** What a call wants to write, and what it then says. A refusal beside events writes those and says why not more. */
export type Decision<Follows> = { readonly news: readonly NewEvent[]; readonly ends: Result<Follows, Refusal> };

/** A call that writes: its key and its words, and what it decides on a diary. Pure, so that it can be decided again. */
export type Wish<Follows> = {
  readonly tool: ToolName;
  readonly key: string;
  readonly words: unknown;
  readonly decide: (looked: Looked, name: string) => Decision<Follows>;
};

export type Written<Follows> = { readonly follows: Follows; readonly after: Looked; readonly wasThere: boolean };

/**
 * [MC-03] Decides and writes while nobody else can write, so that a stop which somebody wrote a moment before counts.
 * The ids of the events follow from the key: what was written with it is found again, and nothing is written twice.
 */
export async function writeOnce<Follows>(desk: Desk, wish: Wish<Follows>): Promise<Result<Written<Follows>, Refusal>> {
  const seen = await look(desk);
  if (!seen.ok) return seen;
  let looked = seen.value;
  let settled = settle(looked, wish);
  let events: readonly unknown[] = [];
  if (settled.news.length === 0) return settled.ends;
  const added = await desk.diary.addMany((current) => {
    if (!areSame(current, looked.entries)) {
      looked = lookAt(current, momentOf(desk));
      settled = settle(looked, wish);
    }
    const { moment } = looked;
    events = settled.news.map(({ kind, data }, index) => createEvent(kind, data, { ...moment, id: `${nameOf(wish)}-${index}` }));
    return events.map((value) => ({ value, before: current.length }));
  });
  if (!added.ok) return err(failureRefusal(added.error, text.refused.busy));
  const { ends } = settled;
  return ends.ok ? ok({ ...ends.value, after: lookAt([...looked.entries, ...events], looked.moment) }) : ends;
}

// What has an id never changes; the rest is compared whole.
function areSame(first: readonly unknown[], second: readonly unknown[]): boolean {
  return (
    first.length === second.length &&
    first.every((entry, index) => {
      const other = second[index];
      return idOf(entry) === '' ? isSameJson(entry, other) : idOf(entry) === idOf(other);
    })
  );
}

type Settled<Follows> = { readonly news: readonly NewEvent[]; readonly ends: Result<Written<Follows>, Refusal> };

function settle<Follows>(looked: Looked, wish: Wish<Follows>): Settled<Follows> {
  const name = nameOf(wish);
  const place = looked.entries.findIndex((entry) => idOf(entry).startsWith(keyNameOf(wish)));
  if (place >= 0 && !idOf(looked.entries[place]).startsWith(name))
    return { news: [], ends: err({ field: 'idempotencyKey', lines: [text.refused.key] }) };
  // Written before: what followed is worked out from the diary as it was then.
  const before = place < 0 ? looked : lookAt(looked.entries.slice(0, place), momentAt(looked, place));
  const { news, ends } = wish.decide(before, name);
  const written = ends.ok ? ok({ follows: ends.value, after: looked, wasThere: place >= 0 }) : ends;
  return { news: place < 0 ? news : [], ends: written };
}

function momentAt({ entries, moment }: Looked, place: number): Moment {
  const read = readEvent(entries[place]);
  return read.ok ? { atMillis: read.value.atMillis, day: read.value.day } : moment;
}

function idOf(entry: unknown): string {
  return isRecord(entry) && typeof entry['id'] === 'string' ? entry['id'] : '';
}

function keyNameOf({ tool, key }: Pick<Wish<never>, 'tool' | 'key'>): string {
  return `mcp-${digestOf([tool, key])}-`;
}

function nameOf(wish: Omit<Wish<never>, 'decide'>): string {
  return `${keyNameOf(wish)}${digestOf(wish.words)}`;
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 24);
}
