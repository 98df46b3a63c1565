import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-sync';
import type { SyncParts } from '@psoas/sync/client';
import type { DiaryFailure, DiaryFile } from '../adapters/diary-file.ts';
import type { SyncFiles, SyncFolder } from '../adapters/sync-folder.ts';
import { complain, textOption, type CommandInput, type ExitCode, type Io } from '../io.ts';
import { failureReason } from '../open-diary.ts';
import { explainFault, faultText, type TalkFault } from './fault-text.ts';
import { identityName, readIdentity, type KeptIdentity } from './kept-identity.ts';
import type { Progress } from './progress.ts';
import { openReplicaStore, type ReplicaStore } from './replica-store.ts';

/** What every command of sync works with. */
export type SyncPlace = { readonly input: CommandInput; readonly io: Io; readonly diary: DiaryFile; readonly folder: SyncFolder };

/** The same while no other psoas syncs. */
export type OpenPlace = SyncPlace & { readonly files: SyncFiles; readonly store: ReplicaStore };

/** The same on a device that syncs. */
export type SyncDesk = OpenPlace & { readonly own: KeptIdentity };

/** The diary of a command, and the sync folder beside it. */
export function placeOf(input: CommandInput, io: Io): SyncPlace {
  const diary = io.openDiary(textOption(input, 'diary'));
  return { input, io, diary, folder: io.openSyncFolder(diary.path) };
}

/** Works in the sync folder while no other psoas does; what fails there is said. */
export async function inPlace(place: SyncPlace, work: (open: OpenPlace) => Promise<ExitCode>): Promise<ExitCode> {
  const done = await place.folder.use((files) => work({ ...place, files, store: openReplicaStore(files) }));
  return done.ok ? done.value : sayFailure(place, done.error);
}

/** The same on a device that syncs already. One that does not hears how to begin. */
export function atDesk(input: CommandInput, io: Io, work: (desk: SyncDesk) => Promise<ExitCode>): Promise<ExitCode> {
  return inPlace(placeOf(input, io), async (open) => {
    const own = await readOwn(open, open.files);
    if (typeof own === 'number') return own;
    if (own !== undefined) return work({ ...open, own });
    complain(io, text.start.notStarted);
    return 2;
  });
}

/** Who this device is; undefined where it does not sync, an exit code where that cannot be read. */
export async function readOwn(
  { io, folder }: SyncPlace,
  files: Pick<SyncFiles, 'read'>,
): Promise<KeptIdentity | ExitCode | undefined> {
  const kept = await files.read(identityName);
  if (kept === undefined) return undefined;
  const own = readIdentity(kept);
  if (own.ok) return own.value;
  const path = `${folder.path}/${identityName}`;
  complain(
    io,
    own.error.type === 'damaged'
      ? fillTemplate(text.identity.damaged, { path, fields: own.error.fields })
      : fillTemplate(text.identity['newer-version'], { path, found: own.error.found }),
  );
  return 1;
}

/** The parts of a talk with a relay: every step is kept, and shown where somebody waits. */
export function partsOf({ io, store }: Pick<OpenPlace, 'io' | 'store'>, relay: string, progress?: Progress): SyncParts {
  return {
    port: io.connectRelay(relay),
    nowMillis: io.clock.nowMillis,
    random: io.random,
    pullLimit: 500,
    onStep: async (replica) => {
      await store.save(replica);
      progress?.show(replica);
    },
  };
}

/** Says why a talk with a relay came to nothing. */
export async function sayFault(io: Io, fault: TalkFault, relay: string): Promise<ExitCode> {
  const explained = fault.type === 'not-a-relay' ? fault : await explainFault(fault, io.connectRelay(relay));
  complain(io, faultText(explained, relay));
  return 1;
}

/** Says why the sync folder could not be used. */
export function sayFailure({ io, folder }: Pick<SyncPlace, 'io' | 'folder'>, failure: DiaryFailure): ExitCode {
  const reason = failureReason(failure);
  complain(
    io,
    failure.type === 'busy'
      ? fillTemplate(text.busy, { who: reason })
      : fillTemplate(text.failed, { path: folder.path, reason }),
  );
  return 1;
}
