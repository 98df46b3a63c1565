import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/settings';
import { figureBuilds, figureTones } from '../../adapters/settings.ts';
import { useSettings } from '../../app/use-settings.ts';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { optionsOf } from '../../widgets/form/options.ts';
import { RegionSelect } from '../../widgets/region-select.tsx';
import { LanguageSelect } from './language-select.tsx';

/** How the app looks and counts on this device. */
export function AppSection(): JSX.Element {
  const [settings, change] = useSettings();
  return (
    <>
      <div class="stack">
        <ChoiceList legend={text.theme} inline options={optionsOf(['system', 'light', 'dark'], text.themes)} value={settings.theme} onChange={(theme) => change({ theme })} />
        <ChoiceList legend={text.units} inline options={optionsOf(['centimetres', 'inches'], text.unitNames)} value={settings.units} onChange={(units) => change({ units })} />
        <LanguageSelect />
        <RegionSelect />
        <p class="small soft">{text.regionNote}</p>
      </div>
      <div class="stack settings-part">
        <h3>{text.figure.title}</h3>
        <FigurePlace of="standing-march" />
        <p class="small soft">{text.figure.note}</p>
        <ChoiceList legend={text.figure.build} inline options={optionsOf(figureBuilds, text.figure.builds)} value={settings.figureBuild} onChange={(figureBuild) => change({ figureBuild })} />
        <ChoiceList legend={text.figure.tone} inline options={optionsOf(figureTones, text.figure.tones)} value={settings.figureTone} onChange={(figureTone) => change({ figureTone })} />
      </div>
      <div class="stack-tight settings-part">
        <h3>{text.install.title}</h3>
        <p class="soft">{text.install.text}</p>
      </div>
    </>
  );
}
