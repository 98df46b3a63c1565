import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../../app/services.ts';

const keptName = 'seen-notes';

/** Comments and words that were looked at on this device; and how to say so of one. */
export type SeenNotes = { readonly seen: ReadonlySet<string>; readonly isRead: boolean; readonly markSeen: (id: string) => void };

/** What was looked at, kept on this device. */
export function useSeenNotes(): SeenNotes {
  const { openDiary } = useServices();
  const [seen, setSeen] = useState<ReadonlySet<string>>();
  useEffect(() => {
    void openDiary()
      .then((diary) => diary.readKept(keptName))
      .then((kept) => setSeen(new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [])));
  }, [openDiary]);
  return {
    seen: seen ?? new Set(),
    isRead: seen !== undefined,
    markSeen: (id) => {
      const next = new Set([...(seen ?? []), id]);
      setSeen(next);
      void openDiary().then((diary) => diary.writeKept(keptName, [...next]));
    },
  };
}
