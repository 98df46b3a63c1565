import type { Result } from '@psoas/kernel';
import type { DiaryState, KeptClient } from '@psoas/core/diary';
import text from '@psoas/knowledge/text/cli-share';
import type { CommandInput, ExitCode, Io } from '../io.ts';
import { readDiary } from '../open-diary.ts';
import { findNamed } from '../share/share-desk.ts';
import { inPlace, placeOf, type OpenPlace } from '../sync/sync-desk.ts';

/** What every command about clients works with. The own diary need not sync. */
export type ClientDesk = OpenPlace & { readonly state: DiaryState };

/** Works on clients while no other psoas syncs. */
export function atClientDesk(input: CommandInput, io: Io, work: (desk: ClientDesk) => Promise<ExitCode>): Promise<ExitCode> {
  return inPlace(placeOf(input, io), async (open) => {
    const state = await readDiary(open.diary, io);
    return state.ok ? work({ ...open, state: state.value }) : 1;
  });
}

/** The client that is meant. */
export function findClient(found: string, { clients }: DiaryState): Result<KeptClient, string> {
  const one = findNamed(found, clients.map((kept) => ({ id: kept.client, label: kept.label, kept })), text.clients);
  return one.ok ? { ok: true, value: one.value.kept } : one;
}
