import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { language as spoken } from '@psoas/knowledge/language';
import { languages } from '@psoas/knowledge/languages';
import text from '@psoas/knowledge/text/settings';
import { useSettings } from '../../app/use-settings.ts';

/** [LA-08] Which language psoas speaks here, each by its own name. Separate from the region; the diary does not change. */
export function LanguageSelect(): JSX.Element | null {
  const [settings, change] = useSettings();
  const id = useId();
  if (languages.length < 2) return null;
  return (
    <>
      <div class="field">
        <label class="field-label" for={id}>
          {text.language.label}
        </label>
        <select
          id={id}
          class="input"
          value={settings.language}
          onChange={(event) => {
            change({ language: event.currentTarget.value });
            // Each language is a build of its own, so the page begins anew in it.
            window.location.reload();
          }}
        >
          <option value="">{text.language.asBrowser}</option>
          {languages.map(({ code, ownName }) => (
            <option key={code} value={code} lang={code}>
              {ownName}
            </option>
          ))}
        </select>
      </div>
      {spoken.state !== 'complete' && <p class="small soft">{text.language.partial}</p>}
      {!spoken.reviewed && <p class="small soft">{text.language.notReviewed}</p>}
    </>
  );
}
