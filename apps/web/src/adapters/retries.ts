import type { DiaryParts } from '../diary/diary.ts';

/** When what could not be stored is tried again: after a while, when the page is seen again, when the device is back. */
export function deviceRetries(): Pick<DiaryParts, 'later' | 'onRetry'> {
  return {
    later: (millis, work) => void window.setTimeout(work, millis),
    onRetry: (listener) => {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') listener();
      });
      window.addEventListener('online', listener);
    },
  };
}

/** Lets the browser ask before the page goes while something is not stored. */
export function warnBeforeLeaving(isUnstored: () => boolean): void {
  window.addEventListener('beforeunload', (event) => {
    if (isUnstored()) event.preventDefault();
  });
}
