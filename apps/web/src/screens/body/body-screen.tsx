import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/body';
import { useLocation } from '../../app/router.tsx';
import { ChoiceList } from '../../widgets/form/choice-list.tsx';
import { exerciseName } from '../../widgets/exercise-name.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { Switch } from '../settings/switch.tsx';
import '../settings/settings.css';
import { createAnatomy } from './anatomy.ts';
import { BodyPicture } from './body-picture.tsx';
import { zooms, type Sight, type Zoom } from './framing.ts';
import { LengthBars } from './length-bars.tsx';
import { mainLengths } from './lengths.ts';
import { PartSection, partTitle } from './part-section.tsx';
import type { ChosenPart } from './parts.ts';
import { PostureChoice } from './posture-choice.tsx';
import { degreesInWords, PostureSliders } from './posture-sliders.tsx';
import { sliderValue, type PelvisRule, type Posture } from './posture.ts';
import { hasPosture } from './presets.ts';
import { TryIt } from './try-it.tsx';
import { usePosture, type PostureState } from './use-posture.ts';
import { WalkPlayer } from './walk-player.tsx';
import './body.css';

const angled: Sight = { turnDegrees: 52, tiltDegrees: 8 };
const fromSide: Sight = { turnDegrees: 90, tiltDegrees: 0 };

// A small picture begins at the hips, where the psoas is; a large one shows the knees too.
function firstZoom(): Zoom {
  return window.matchMedia('(min-width: 900px)').matches ? 'normal' : 'closer';
}

/** Bones and muscles to turn, touch and move, with what that does to the length of the hip flexors. */
export default function BodyScreen(): JSX.Element {
  const { query } = useLocation();
  const wanted = query.get('posture') ?? '';
  const state = usePosture(hasPosture(wanted) ? wanted : 'standing');
  const { posture, side } = state;
  const [rule, setRule] = useState<PelvisRule>('thigh-stays');
  const [sight, setSight] = useState(angled);
  const [zoom, setZoom] = useState<Zoom>(firstZoom);
  const [chosen, setChosen] = useState<ChosenPart>();
  const [showsNeighbours, setShowsNeighbours] = useState(false);
  const [hasMinor, setMinor] = useState(false);
  const anatomy = useMemo(() => createAnatomy(hasMinor), [hasMinor]);
  const evaluation = useMemo(() => anatomy.evaluate(posture.pose), [anatomy, posture]);
  const evaluated = evaluation.ok ? evaluation.value : undefined;
  const choose = (part: ChosenPart | undefined): void => {
    setChosen(part);
    if (part?.key === 'psoas_minor') setMinor(true);
  };
  const move = (moved: Posture): void => {
    // The knee lies outside the closest picture: what moves has to be seen.
    if (zoom === 'closer' && sliderValue(moved, 'knee', side) !== sliderValue(posture, 'knee', side))
      setZoom('normal');
    state.move(moved);
  };
  const sightOf = (view: Sight): Sight =>
    side === 'right' ? view : { ...view, turnDegrees: (360 - view.turnDegrees) % 360 };
  return (
    <div class="split body-screen">
      <div class="split-head">
        <ScreenHead title={text.title} lead={text.lead} />
      </div>
      <div class="split-figure body-stage">
        <div class="card body-card">
          <BodyPicture
            {...{ anatomy, posture, side, sight, zoom, showsNeighbours, chosen }}
            onTurn={setSight}
            onChoose={choose}
          />
          <p class="body-caption small" role="status">
            {chosen === undefined ? (
              <span class="soft">{text.view.nothing}</span>
            ) : (
              <span class="strong">{partTitle(chosen)}</span>
            )}
          </p>
          <ZoomButtons zoom={zoom} onZoom={setZoom} />
          <ViewButtons sight={sight} sightOf={sightOf} onTurn={setSight} />
          {evaluated !== undefined && <LengthBars lengths={mainLengths(evaluated, side)} side={side} />}
        </div>
      </div>
      <div class="screen">
        <p class="visually-hidden">{describe(state)}</p>
        <PostureSection {...state} />
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
        <TryIt
          anatomy={anatomy}
          side={side}
          onShow={(shown) => {
            setSight(sightOf(fromSide));
            choose({ key: 'psoas', side });
            state.move(shown);
          }}
        />
        <PartSection {...{ anatomy, posture, side, chosen }} evaluation={evaluated} onChoose={choose} />
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

function PostureSection({
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

type ViewButtonsProps = {
  readonly sight: Sight;
  /** A sight as it is for the moving side. */
  readonly sightOf: (view: Sight) => Sight;
  readonly onTurn: (sight: Sight) => void;
};

const views = [
  ['front', { turnDegrees: 0, tiltDegrees: 0 }],
  ['three-quarter', angled],
  ['side', fromSide],
  ['back', { turnDegrees: 180, tiltDegrees: 0 }],
] as const;

function ViewButtons({ sight, sightOf, onTurn }: ViewButtonsProps): JSX.Element {
  return (
    <div class="body-views" role="group" aria-label={text.view.buttons}>
      {views.map(([view, at]) => {
        const target = sightOf(at);
        const isNow = target.turnDegrees === sight.turnDegrees && target.tiltDegrees === sight.tiltDegrees;
        return (
          <button
            key={view}
            type="button"
            class="chip-button"
            aria-pressed={isNow}
            onClick={() => onTurn(target)}
          >
            {text.view[view]}
          </button>
        );
      })}
    </div>
  );
}

function ZoomButtons({
  zoom,
  onZoom,
}: {
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
}): JSX.Element {
  const place = zooms.indexOf(zoom);
  const button = (label: string, sign: string, to: Zoom | undefined): JSX.Element => (
    <button
      type="button"
      class="chip-button body-zoom"
      aria-label={label}
      disabled={to === undefined}
      onClick={() => to !== undefined && onZoom(to)}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <div class="body-zooms">
      {button(text.view.closer, '+', zooms[place - 1])}
      {button(text.view.wider, '−', zooms[place + 1])}
    </div>
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
