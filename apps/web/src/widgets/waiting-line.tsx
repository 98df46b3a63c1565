import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/today';
import type { Diary } from '../diary/diary.ts';

/** [E-14] One quiet line while something could not be stored; it goes as it came. */
export function WaitingLine({ diary }: { readonly diary: Pick<Diary, 'waitingCount'> }): JSX.Element {
  const count = diary.waitingCount();
  return <div role="status">{count > 0 && <p class="note small">{fillTemplate(text.storage.waiting, { count })}</p>}</div>;
}
