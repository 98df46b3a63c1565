import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/settings';
import { useSettings } from '../../app/use-settings.ts';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { optionsOf } from '../../widgets/form/options.ts';
import { Stepper } from '../../widgets/form/stepper.tsx';
import { Switch } from './switch.tsx';

/** How a session is guided on this device. */
export function SessionSection(): JSX.Element {
  const [settings, change] = useSettings();
  return (
    <div class="stack">
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
    </div>
  );
}
