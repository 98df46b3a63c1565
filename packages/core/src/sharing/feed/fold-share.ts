import type { SharePartId } from '../part/share-part-id.ts';
import type { FindingsPart, MeasurementsPart, ProgrammePart, SessionsPart, SharedPart, StandingPart } from '../part/shared-part.ts';
import { readSharedEvent } from './shared-event.ts';

/** What a share shows: the latest of each part. A part that is absent was not shared, or not yet. */
export type SharedView = {
  readonly standing?: StandingPart;
  readonly programme?: ProgrammePart;
  readonly findings?: FindingsPart;
  readonly sessions?: SessionsPart;
  readonly measurements?: MeasurementsPart;
  /** When the latest part was written, in milliseconds since 1970 UTC. */
  readonly latestMillis?: number;
  /** Entries that this version cannot read. */
  readonly unreadableCount: number;
  /** The newest version among them, when a newer psoas wrote it. */
  readonly newerVersion?: number;
};

/** [SH-02] [SH-05] The latest of each part that the latest standing still names; what cannot be read is counted. */
export function foldShare(events: readonly unknown[]): SharedView {
  const latest = new Map<SharedPart['part'], { readonly atMillis: number; readonly part: SharedPart }>();
  let unreadableCount = 0;
  let newerVersion: number | undefined;
  for (const entry of events) {
    const read = readSharedEvent(entry);
    if (!read.ok) {
      unreadableCount += 1;
      if (read.error.type === 'newer-version') newerVersion = Math.max(newerVersion ?? 0, read.error.version);
      continue;
    }
    const { atMillis, data } = read.value;
    if (atMillis >= (latest.get(data.part)?.atMillis ?? 0)) latest.set(data.part, { atMillis, part: data });
  }
  return { ...viewOf([...latest.values()].map(({ part }) => part)), ...whenOf([...latest.values()]), unreadableCount, ...(newerVersion !== undefined && { newerVersion }) };
}

/** [SH-02] The same view from the parts themselves, as on the device of the person who shares them. */
export function viewOfParts(parts: readonly SharedPart[]): SharedView {
  return { ...viewOf(parts), unreadableCount: 0 };
}

type Parts = Pick<SharedView, 'standing' | SharePartId>;

function viewOf(parts: readonly SharedPart[]): Parts {
  const all = parts.reduce<Parts>((view, part) => ({ ...view, [part.part]: part }), {});
  const { standing } = all;
  const kept = Object.entries(all).filter(([part]) => part === 'standing' || standing === undefined || standing.parts.some((chosen) => chosen === part));
  return Object.fromEntries(kept);
}

function whenOf(latest: readonly { readonly atMillis: number }[]): Pick<SharedView, 'latestMillis'> {
  return latest.length === 0 ? {} : { latestMillis: Math.max(...latest.map(({ atMillis }) => atMillis)) };
}
