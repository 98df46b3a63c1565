import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import shell from '@psoas/knowledge/text/shell';
import text from '@psoas/knowledge/text/today';
import { useServices } from '../../app/services.ts';
import type { Standing } from '../../app/use-standing.ts';
import { useUpdateWaiting } from '../../app/use-settings.ts';

/** What the person should know about the app itself: a new version, a diary that is not kept or not wholly read. */
export function AppNotices({ standing: { diary, state } }: { readonly standing: Standing }): JSX.Element | null {
  const { update } = useServices();
  const isWaiting = useUpdateWaiting();
  const problem = diary.storageProblem();
  const unreadable = state.unreadable.length;
  if (!isWaiting && problem === undefined && unreadable === 0) return null;
  return (
    <div class="stack notices">
      {problem !== undefined && (
        <div class="note note-stop stack-tight" role="alert">
          <p>{text.storage[problem]}</p>
          {problem !== 'unavailable' && (
            <button type="button" class="text-button" onClick={() => window.location.reload()}>
              {text.storage.reload}
            </button>
          )}
        </div>
      )}
      {unreadable > 0 && <p class="note small">{fillTemplate(text.unreadable, { count: unreadable })}</p>}
      {isWaiting && (
        <div class="note spread">
          <p>{shell.update.text}</p>
          <button type="button" class="text-button" onClick={update.use}>
            {shell.update.button}
          </button>
        </div>
      )}
    </div>
  );
}
