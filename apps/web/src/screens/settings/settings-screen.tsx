import type { JSX } from 'preact';
import { ownValue } from '@psoas/kernel';
import text from '@psoas/knowledge/text/settings';
import { lazyScreen, type Screen, type ScreenProps } from '../../app/lazy-screen.tsx';
import { useServices } from '../../app/services.ts';
import { useDiary } from '../../app/use-diary.ts';
import { useHashTarget } from '../../app/use-hash-target.ts';
import { useUpdateWaiting } from '../../app/use-settings.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { AppSection } from './app-section.tsx';
import { DataSection } from './data-section.tsx';
import { CalendarRow } from './calendar-row.tsx';
import { ClientsRow } from './clients-row.tsx';
import { DevicesRow } from './devices-row.tsx';
import { EraseSection } from './erase-section.tsx';
import { ImportSection } from './import-section.tsx';
import { ReminderSection } from './reminder-section.tsx';
import { RestSection } from './rest-section.tsx';
import { SessionSection } from './session-section.tsx';
import { SettingsGroup } from './settings-group.tsx';
import { ShareRow } from './share-row.tsx';
import './settings.css';
import { countText } from '../../widgets/count-text.ts';

// Screens of their own behind the settings, by what their address says after it.
const parts: Readonly<Record<string, Screen>> = {
  devices: lazyScreen(() => import('../other-device/devices-screen.tsx')),
  link: lazyScreen(() => import('../other-device/link-screen.tsx')),
  calendar: lazyScreen(() => import('../calendar/calendar-screen.tsx')),
  kit: lazyScreen(() => import('../other-device/kit-screen.tsx')),
};

/** The settings, or one of the screens behind them. */
export default function SettingsPlace({ params }: ScreenProps): JSX.Element {
  const Part = ownValue(parts, params['id'] ?? '');
  return Part === undefined ? <SettingsScreen /> : <Part params={params} />;
}

/** How the app behaves on this device, and what becomes of the diary. */
function SettingsScreen(): JSX.Element {
  const { update } = useServices();
  const diary = useDiary();
  const isWaiting = useUpdateWaiting();
  useHashTarget(true);
  // Nothing is counted before the diary has been read.
  const count = diary?.records().length;
  const dataNote = count === undefined ? text.groups.dataWaiting : countText(text.groups.data, count);
  return (
    <div class="screen narrow">
      <ScreenHead title={text.title} />
      {isWaiting && (
        <div class="note spread">
          <p>{text.version}</p>
          <button type="button" class="text-button" onClick={update.use}>
            {text.useVersion}
          </button>
        </div>
      )}
      <SettingsGroup id="session" title={text.session} note={text.groups.session}>
        <SessionSection />
        <RestSection diary={diary} />
      </SettingsGroup>
      <SettingsGroup id="reminders" title={text.reminders.title} note={text.groups.reminders}>
        <ReminderSection />
      </SettingsGroup>
      <SettingsGroup id="app-settings" title={text.app} note={text.groups.app}>
        <AppSection />
      </SettingsGroup>
      <DevicesRow />
      <ShareRow diary={diary} />
      <ClientsRow />
      <CalendarRow diary={diary} />
      <SettingsGroup id="data" title={text.data.title} note={dataNote}>
        <DataSection diary={diary} />
        <ImportSection diary={diary} />
        <EraseSection />
      </SettingsGroup>
      <p class="small soft">
        <a href="/check?new">{text.check}</a> · <a href="/privacy">{text.data.privacy}</a>
      </p>
    </div>
  );
}
