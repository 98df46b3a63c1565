/** Whether this browser may show notifications: `missing` where it has none. */
export type NotificationAnswer = NotificationPermission | 'missing';

/** What the person has said so far. */
export function notificationAnswer(): NotificationAnswer {
  return 'Notification' in window ? Notification.permission : 'missing';
}

/** Asks the person, where they have not answered yet. To be called from a touch or a key. */
export async function askForNotifications(): Promise<NotificationAnswer> {
  if (notificationAnswer() !== 'default') return notificationAnswer();
  try {
    return await Notification.requestPermission();
  } catch {
    return notificationAnswer();
  }
}

/** A notification that takes the place of the one before with this tag; gives back how to take it away. */
export function showNotification(title: string, body: string, tag: string): () => void {
  if (notificationAnswer() !== 'granted') return () => undefined;
  try {
    const shown = new Notification(title, { body, tag, icon: '/icons/icon-192.png' });
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
    });
    return () => shown.close();
  } catch {
    // Phones show them through the service worker only.
    void navigator.serviceWorker?.ready
      .then((worker) => worker.showNotification(title, { body, tag, icon: '/icons/icon-192.png' }))
      .catch(() => undefined);
    return () => void closeByTag(tag);
  }
}

async function closeByTag(tag: string): Promise<void> {
  const worker = await navigator.serviceWorker?.ready.catch(() => undefined);
  for (const shown of (await worker?.getNotifications({ tag })) ?? []) shown.close();
}
