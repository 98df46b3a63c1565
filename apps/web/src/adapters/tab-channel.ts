/** Tells the other open tabs of this app what happened here. */
export type TabChannel = { readonly tellAppended: () => void; readonly tellErased: () => void };

type TabListeners = { readonly onAppended: () => void; readonly onErased: () => void };

/** A channel between the tabs of one browser; silent where the browser has none. */
export function createTabChannel({ onAppended, onErased }: TabListeners): TabChannel {
  if (!('BroadcastChannel' in globalThis)) return { tellAppended: () => undefined, tellErased: () => undefined };
  const channel = new BroadcastChannel('psoas');
  channel.addEventListener('message', ({ data }) => {
    if (data === 'appended') onAppended();
    if (data === 'erased') onErased();
  });
  return { tellAppended: () => channel.postMessage('appended'), tellErased: () => channel.postMessage('erased') };
}
