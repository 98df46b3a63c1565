import type { JSX } from 'preact';
import text from '@psoas/knowledge/text/body';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { PostureChoice } from './posture-choice.tsx';
import type { PostureState } from './use-posture.ts';
import { WalkPlayer } from './walk-player.tsx';

/** Where a posture comes from, and which leg moves. */
export function PostureSection({
  side,
  preset,
  walkPlace,
  problem,
  choosePreset,
  chooseSide,
  walkTo,
}: PostureState): JSX.Element {
  const note =
    preset === 'own'
      ? undefined
      : preset === 'standing' || preset === 'sitting' || preset === 'walking'
        ? text.postures.notes[preset]
        : text.postures.notes.exercise;
  return (
    <section class="stack" aria-labelledby="posture">
      <h2 id="posture">{text.postures.title}</h2>
      <PostureChoice value={preset} onChoose={choosePreset} />
      <p class="small soft" role="status">
        {problem === 'none' ? note : text.postures[problem]}
      </p>
      {preset === 'walking' && <WalkPlayer place={walkPlace} onPlace={walkTo} />}
      <ChoiceList
        legend={text.sides.legend}
        inline
        options={[
          { value: 'left', label: text.sides.left },
          { value: 'right', label: text.sides.right },
        ]}
        value={side}
        onChange={chooseSide}
      />
    </section>
  );
}
