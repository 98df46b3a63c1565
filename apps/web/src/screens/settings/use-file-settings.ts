import type { UnknownRecord } from '@psoas/kernel';
import { useServices } from '../../app/services.ts';
import { createReminderStore } from '../../reminders/reminder-store.ts';
import { settingsForFile, settingsOfFile } from './file-settings.ts';

/** The settings that a copy holds: as they are, and how to take over others. */
export function useFileSettings(): { readonly current: () => Promise<UnknownRecord>; readonly take: (settings: UnknownRecord) => Promise<void> } {
  const { settings, localStorage, openBreaks, openReminders } = useServices();
  return {
    current: async () => settingsForFile(settings.get(), { breaks: (await openBreaks()).settings(), reminderTimes: createReminderStore(localStorage).times() }),
    take: async (file) => {
      const { app, breaks, reminderTimes } = settingsOfFile(file);
      createReminderStore(localStorage).keepTimes(reminderTimes);
      const reminder = await openBreaks();
      reminder.changeSettings(breaks);
      settings.change(app);
      if (app.breaks) reminder.turnOn();
      else reminder.turnOff();
      if (app.sessionReminder) openReminders();
    },
  };
}
