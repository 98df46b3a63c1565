import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { PoseEvaluation } from '@psoas/body';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/body';
import { useLocation } from '../../app/router.tsx';
import { exerciseName } from '../../widgets/exercise-name.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { Switch } from '../settings/switch.tsx';
import '../settings/settings.css';
import { BodyPicture } from './body-picture.tsx';
import { mirrored, sights, type Sight } from './framing.ts';
import { LengthBars } from './length-bars.tsx';
import { mainLengths } from './lengths.ts';
import { PartSection, partTitle } from './part-section.tsx';
import { PostureSection } from './posture-section.tsx';
import { degreesInWords, PostureSliders } from './posture-sliders.tsx';
import { sliderValue, type PelvisRule, type Posture } from './posture.ts';
import { hasPosture } from './presets.ts';
import { TryIt } from './try-it.tsx';
import { usePosture, type PostureState } from './use-posture.ts';
import { useView, type ViewState } from './use-view.ts';
import { ViewButtons, ZoomButtons } from './view-buttons.tsx';
import './body.css';
import './body-fit.css';

/** Bones and muscles to turn, touch and move, with what that does to the length of the hip flexors. */
export default function BodyScreen(): JSX.Element {
  const wanted = useLocation().query.get('posture') ?? '';
  const state = usePosture(hasPosture(wanted) ? wanted : 'standing');
  const view = useView();
  const { posture, side } = state;
  const { anatomy, chosen, choose } = view;
  const evaluation = useMemo(() => anatomy.evaluate(posture.pose), [anatomy, posture]);
  const evaluated = evaluation.ok ? evaluation.value : undefined;
  const showTried = (shown: Posture): void => {
    view.turn(sightOn(side, sights.side));
    choose({ key: 'psoas', side });
    state.move(shown);
  };
  return (
    <div class="split body-screen">
      <div class="split-head">
        <ScreenHead title={text.title} lead={text.lead} />
      </div>
      <Stage view={view} state={state} evaluation={evaluated} />
      <div class="screen">
        <p class="visually-hidden">{describe(state)}</p>
        <PostureSection
          {...state}
          chooseSide={(chosenSide) => {
            if (chosenSide !== side) view.mirror();
            state.chooseSide(chosenSide);
          }}
        />
        <MoveSection view={view} state={state} />
        <TryIt anatomy={anatomy} side={side} onShow={showTried} />
        <PartSection {...{ anatomy, posture, side, chosen }} evaluation={evaluated} onChoose={choose} />
        <ShowSection view={view} />
        <div class="note stack-tight">
          <p class="small">{text.limits}</p>
          <p>
            <a href="/learn/anatomy">{text.article}</a>
          </p>
        </div>
      </div>
    </div>
  );
}

function sightOn(side: PostureState['side'], sight: Sight): Sight {
  return side === 'right' ? sight : mirrored(sight);
}

type StageProps = {
  readonly view: ViewState;
  readonly state: PostureState;
  readonly evaluation: PoseEvaluation | undefined;
};

/** The picture with what turns it, and the lengths. */
function Stage({ view, state: { posture, side }, evaluation }: StageProps): JSX.Element {
  const { anatomy, sight, zoom, showsNeighbours, chosen } = view;
  return (
    <div class="split-figure body-stage">
      <div class="card body-card">
        <BodyPicture
          {...{ anatomy, posture, side, sight, zoom, showsNeighbours, chosen }}
          onTurn={view.turn}
          onChoose={view.choose}
        />
        <p class="body-caption small" role="status">
          {chosen === undefined ? (
            <span class="soft">{text.view.nothing}</span>
          ) : (
            <span class="strong">{partTitle(chosen)}</span>
          )}
        </p>
        <ZoomButtons zoom={zoom} onZoom={view.setZoom} />
        <ViewButtons sight={sight} sightOf={(wanted) => sightOn(side, wanted)} onTurn={view.turn} />
        {evaluation !== undefined && <LengthBars lengths={mainLengths(evaluation, side)} side={side} />}
      </div>
    </div>
  );
}

function MoveSection({
  view,
  state,
}: {
  readonly view: ViewState;
  readonly state: PostureState;
}): JSX.Element {
  const { posture, side } = state;
  const [rule, setRule] = useState<PelvisRule>('thigh-stays');
  const move = (moved: Posture): void => {
    const isKneeMoved = sliderValue(moved, 'knee', side) !== sliderValue(posture, 'knee', side);
    // The knee lies outside the closest picture: what moves has to be seen.
    if (view.zoom === 'closer' && isKneeMoved) view.setZoom('normal');
    state.move(moved);
  };
  return (
    <section class="section" aria-labelledby="sliders">
      <h2 id="sliders">{text.sliders.title}</h2>
      <PostureSliders posture={posture} side={side} rule={rule} onMove={move} onRule={setRule} />
      <button
        type="button"
        class="button button-quiet button-small"
        onClick={() => state.choosePreset('standing')}
      >
        {text.sliders.reset}
      </button>
    </section>
  );
}

function ShowSection({ view }: { readonly view: ViewState }): JSX.Element {
  const { showsNeighbours, hasMinor, setShowsNeighbours, setMinor } = view;
  return (
    <section class="section" aria-labelledby="show">
      <h2 id="show">{text.show.title}</h2>
      <Switch
        label={text.show.neighbours}
        note={text.show.neighboursNote}
        isOn={showsNeighbours}
        onChange={setShowsNeighbours}
      />
      <Switch label={text.show.minor} note={text.show.minorNote} isOn={hasMinor} onChange={setMinor} />
    </section>
  );
}

function describe({ posture, side, preset }: PostureState): string {
  const { sliders, postures } = text;
  const name =
    preset === 'standing' || preset === 'sitting' || preset === 'walking' || preset === 'own'
      ? postures[preset]
      : exerciseName(preset);
  return fillTemplate(text.describe, {
    posture: name,
    side: text.sides[side],
    hip: degreesInWords(sliderValue(posture, 'hip', side), sliders.hipWords),
    knee: degreesInWords(sliderValue(posture, 'knee', side), sliders.kneeWords),
    tuck: degreesInWords(posture.tuckDegrees, sliders.tuckWords),
    curve: degreesInWords(sliderValue(posture, 'curve', side), sliders.curveWords),
  });
}
