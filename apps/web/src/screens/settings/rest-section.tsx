import type { JSX } from 'preact';
import { restWishes, type RestWish } from '@psoas/core/programme';
import text from '@psoas/knowledge/text/settings';
import type { Diary } from '../../diary/diary.ts';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { optionsOf } from '../../widgets/form/options.ts';
import { Switch } from './switch.tsx';

/** Rest between sets, and whether exercises follow by themselves. Wishes of the person: they go into the diary. */
export function RestSection({ diary }: { readonly diary: Diary | undefined }): JSX.Element | null {
  if (diary === undefined) return null;
  const { preferences } = diary.folded();
  const rest: RestWish = restWishes.find((wish) => wish === preferences['rest']) ?? 'as-planned';
  const wish = (key: string, value: unknown): void => void diary.append('preference-changed', { key, value });
  return (
    <div class="stack settings-part">
      <h3>{text.rest.title}</h3>
      <ChoiceList legend={text.rest.legend} inline options={optionsOf(restWishes, text.rest.wishes)} value={rest} onChange={(value) => wish('rest', value === 'as-planned' ? null : value)} />
      <p class="small soft">{text.rest.note}</p>
      <Switch label={text.rest.goOn} note={text.rest.goOnNote} isOn={preferences['goOnByItself'] !== false} onChange={(isOn) => wish('goOnByItself', isOn ? null : false)} />
    </div>
  );
}
