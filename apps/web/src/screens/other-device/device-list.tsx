import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/sync';
import type { Diary } from '../../diary/diary.ts';
import type { Sync } from '../../sync/create-sync.ts';
import { deviceNames, nameDevice } from '../../sync/device-names.ts';
import type { SyncRole } from '../../sync/sync-tasks.ts';
import { OwnDevice } from './own-device.tsx';
import { RemoveDevice } from './remove-device.tsx';

/** What this device is, where it takes part. */
export type TakingPart = Exclude<SyncRole, { readonly kind: 'alone' }>;

type DeviceListProps = { readonly sync: Sync; readonly diary: Diary; readonly role: TakingPart };

/** The devices that take part, with their names. */
export function DeviceList({ sync, diary, role }: DeviceListProps): JSX.Element {
  const [known, setKnown] = useState<readonly string[]>();
  const [asked, setAsked] = useState<string>();
  const [said, setSaid] = useState('');
  const { isRunning } = sync.state();
  useEffect(() => {
    let isGone = false;
    if (!isRunning) void sync.tasks.devices().then((ids) => !isGone && setKnown(ids), () => undefined);
    return () => {
      isGone = true;
    };
  }, [sync, isRunning, role.kind]);
  const names = deviceNames(diary.folded().preferences);
  // A linked device cannot read who takes part; it sees who has a name.
  const others = (known ?? [...names.keys()]).filter((id) => id !== role.deviceId);
  const nameOf = (id: string): string => names.get(id) ?? text.devices.unnamed;
  return (
    <section class="card stack">
      <h2>{text.devices.title}</h2>
      <ul class="device-rows">
        <li>
          <OwnDevice name={nameOf(role.deviceId)} onName={(name) => void nameDevice(diary, role.deviceId, name)} />
        </li>
        {others.map((id) => (
          <li key={id} class="spread">
            <span class="row-text">
              <span class="row-title">{nameOf(id)}</span>
              {!names.has(id) && <span class="row-note">{text.devices.unnamedNote}</span>}
            </span>
            {role.kind === 'root' && (
              <button type="button" class="text-button" aria-label={`${text.devices.remove}: ${nameOf(id)}`} onClick={() => setAsked(id)}>
                {text.devices.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      {role.kind === 'linked' && <p class="small soft">{text.devices.linked}</p>}
      <p role="status" class="small soft">
        {said}
      </p>
      {asked !== undefined && (
        <RemoveDevice
          sync={sync}
          relay={role.relay}
          device={{ id: asked, name: nameOf(asked) }}
          onClose={() => setAsked(undefined)}
          onRemoved={() => {
            setSaid(fillTemplate(text.devices.removed, { name: nameOf(asked) }));
            setKnown(known?.filter((id) => id !== asked));
            if (names.has(asked)) void nameDevice(diary, asked, '');
          }}
        />
      )}
    </section>
  );
}
