import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import breaks from '@psoas/knowledge/text/breaks';
import text from '@psoas/knowledge/text/settings';
import { figureBuilds, figureTones } from '../../adapters/settings.ts';
import { useServices } from '../../app/services.ts';
import { useSettings, useUpdateWaiting } from '../../app/use-settings.ts';
import { FigurePlace } from '../../widgets/figure-place.tsx';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { optionsOf } from '../../widgets/form/options.ts';
import { Stepper } from '../../widgets/form/stepper.tsx';
import { RegionSelect } from '../../widgets/region-select.tsx';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { DataSection } from './data-section.tsx';
import { EraseSection } from './erase-section.tsx';
import { Switch } from './switch.tsx';
import './settings.css';

/** How the app behaves on this device, and what becomes of the diary. */
export default function SettingsScreen(): JSX.Element {
  const { update } = useServices();
  const isWaiting = useUpdateWaiting();
  return (
    <div class="screen narrow">
      <ScreenHead title={text.title} />
      {isWaiting && (
        <div class="note spread">
          <p>{text.version}</p>
          <button type="button" class="text-button" onClick={update.use}>
            {text.useVersion}
          </button>
        </div>
      )}
      <SessionSection />
      <section class="card stack-tight">
        <h2>{breaks.title}</h2>
        <p class="soft">{breaks.off.text}</p>
        <p>
          <a href="/breaks">{breaks.day.breaks}</a>
        </p>
      </section>
      <AppSection />
      <FigureSection />
      <section class="card stack-tight">
        <h2>{text.install.title}</h2>
        <p class="soft">{text.install.text}</p>
      </section>
      <DataSection />
      <EraseSection />
    </div>
  );
}

function SessionSection(): JSX.Element {
  const [settings, change] = useSettings();
  return (
    <section class="card stack">
      <h2>{text.session}</h2>
      <Switch label={text.voice} note={text.voiceNote} isOn={settings.voice} onChange={(voice) => change({ voice })} />
      <Switch label={text.tones} isOn={settings.tones} onChange={(tones) => change({ tones })} />
      <Switch label={text.vibration} isOn={settings.vibration} onChange={(vibration) => change({ vibration })} />
      <Stepper
        label={text.countIn}
        min={3}
        max={10}
        value={settings.countInSeconds}
        shown={fillTemplate(text.seconds, { count: settings.countInSeconds })}
        onChange={(countInSeconds) => change({ countInSeconds })}
      />
      <ChoiceList legend={text.firstSide} inline options={optionsOf(['left', 'right'], { left: text.left, right: text.right })} value={settings.firstSide} onChange={(firstSide) => change({ firstSide })} />
      <ChoiceList legend={text.order} inline options={optionsOf(['alternate', 'one-side-first'], text.orders)} value={settings.order} onChange={(order) => change({ order })} />
    </section>
  );
}

function AppSection(): JSX.Element {
  const [settings, change] = useSettings();
  return (
    <section class="card stack">
      <h2>{text.app}</h2>
      <ChoiceList legend={text.theme} inline options={optionsOf(['system', 'light', 'dark'], text.themes)} value={settings.theme} onChange={(theme) => change({ theme })} />
      <ChoiceList legend={text.units} inline options={optionsOf(['centimetres', 'inches'], text.unitNames)} value={settings.units} onChange={(units) => change({ units })} />
      <RegionSelect />
      <p class="small soft">{text.regionNote}</p>
    </section>
  );
}

function FigureSection(): JSX.Element {
  const [settings, change] = useSettings();
  return (
    <section class="card stack">
      <h2>{text.figure.title}</h2>
      <FigurePlace of="standing-march" />
      <p class="small soft">{text.figure.note}</p>
      <ChoiceList legend={text.figure.build} inline options={optionsOf(figureBuilds, text.figure.builds)} value={settings.figureBuild} onChange={(figureBuild) => change({ figureBuild })} />
      <ChoiceList legend={text.figure.tone} inline options={optionsOf(figureTones, text.figure.tones)} value={settings.figureTone} onChange={(figureTone) => change({ figureTone })} />
    </section>
  );
}
