import type { BreakSignals } from '../breaks/break-reminder.ts';
import { showNotification } from './notifications.ts';
import { createTonePort, deviceAudio } from './tones.ts';

type Words = { readonly title: string; readonly body: string; readonly tag: string; readonly isLoud: () => boolean };

/** Tells by notification where that is allowed, and always by the title of the tab and a tone. */
export function createBreakSignals({ title, body, tag, isLoud }: Words): BreakSignals {
  const tones = createTonePort(deviceAudio());
  let close = (): void => undefined;
  let titleBefore: string | undefined;
  // Sound opens by a touch only; any touch of this page will do.
  const open = (): void => {
    if (isLoud()) void tones.unlock();
  };
  document.addEventListener('pointerdown', open, { once: true, passive: true });
  document.addEventListener('keydown', open, { once: true, passive: true });
  const badge = (): string => `● ${title}`;
  return {
    remind: () => {
      close();
      close = showNotification(title, body, tag);
      if (document.title !== badge()) titleBefore = document.title;
      document.title = badge();
      if (isLoud()) tones.play('ready');
    },
    withdraw: () => {
      close();
      close = () => undefined;
      if (document.title === badge() && titleBefore !== undefined) document.title = titleBefore;
    },
  };
}
