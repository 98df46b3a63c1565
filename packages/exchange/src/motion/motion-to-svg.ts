import { escapeMarkup, fillTemplate } from '@psoas/kernel';
import { followedMuscles, type FollowedMuscle, type MotionAnalysis } from './analyse-motion.ts';
import { curveToPath, type PathFrame } from './curve-to-path.ts';
import { changeCurves, percentRange, type Curve } from './curve.ts';
import type { MotionWords } from './motion-words.ts';
import { fixed, signed } from './number-text.ts';

/** Marks the ids inside the picture, so that two pictures can stand in one page. */
export type SvgOptions = { readonly idPrefix?: string };

const width = 640;
const plotLeft = 56;
const plotRight = 584;
const firstTop = 44;
const panelHeight = 150;
const plotHeight = 96;

// Side is told by colour, by dashes and by its word at the end of the line.
const style = [
  '.paper{fill:var(--motion-paper,#fff)}',
  'text{font:12px system-ui,sans-serif;fill:var(--motion-ink,#1f2328)}',
  '.head{font-weight:600}',
  '.axis{stroke:var(--motion-axis,#6b7280);fill:none}',
  '.zero{stroke:var(--motion-axis,#6b7280);stroke-dasharray:1 3}',
  '.curve{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}',
  '.right{stroke:var(--motion-right,#0b5cad)}',
  '.left{stroke:var(--motion-left,#a84300);stroke-dasharray:7 5}',
].join('');

/** The length curves as a picture of its own: a panel a muscle, right solid, left dashed (MOT-15). */
export function motionToSvg(analysis: MotionAnalysis, words: MotionWords, options: SvgOptions = {}): string {
  const prefix = (options.idPrefix ?? 'motion').replaceAll(/[^A-Za-z0-9_-]/g, '') || 'motion';
  const shown = followedMuscles.filter((muscle) => changeCurves(analysis, muscle).length > 0);
  const height = firstTop + Math.max(1, shown.length) * panelHeight;
  const title =
    analysis.name === ''
      ? words.picture.untitled
      : fillTemplate(words.picture.title, { name: analysis.name });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" class="${prefix}-picture" aria-labelledby="${prefix}-title ${prefix}-desc">`,
    `<title id="${prefix}-title">${escapeXml(title)}</title>`,
    `<desc id="${prefix}-desc">${escapeXml(describe(analysis, words))}</desc>`,
    `<style>${style.replaceAll(/(^|\})([^{}]+)\{/g, `$1.${prefix}-picture $2{`)}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    `<text class="head" x="16" y="24">${escapeXml(shortened(title))}</text>`,
    ...shown.map((muscle, index) => panel(analysis, { muscle, top: firstTop + index * panelHeight }, words)),
    '</svg>',
    '',
  ].join('\n');
}

// The whole of it is the picture's title; here it has to fit the width.
function shortened(title: string): string {
  return title.length > 80 ? `${title.slice(0, 79)}…` : title;
}

function describe(analysis: MotionAnalysis, words: MotionWords): string {
  const facts = followedMuscles.flatMap((muscle) =>
    changeCurves(analysis, muscle).flatMap(({ side }) => {
      const curve = analysis.sides[side]?.muscles[muscle];
      if (curve === undefined) return [];
      return [
        `${words.sides[side]}, ${fillTemplate(words.summary.muscle, {
          muscle: words.muscles[muscle],
          shortest: fixed(curve.shortest.lengthMillimetres, 1),
          shortestPercent: signed(curve.shortest.changePercent, 1),
          shortestTime: fixed(curve.shortest.timeSeconds, 2),
          longest: fixed(curve.longest.lengthMillimetres, 1),
          longestPercent: signed(curve.longest.changePercent, 1),
          longestTime: fixed(curve.longest.timeSeconds, 2),
        }).trim()}.`,
      ];
    }),
  );
  return [words.picture.intro, ...facts].join(' ');
}

type Panel = { readonly muscle: FollowedMuscle; readonly top: number };

function panel(analysis: MotionAnalysis, { muscle, top }: Panel, words: MotionWords): string {
  const curves = changeCurves(analysis, muscle);
  const { low, high } = percentRange(curves);
  const frame: PathFrame = {
    left: plotLeft,
    right: plotRight,
    top: top + 20,
    bottom: top + 20 + plotHeight,
    low,
    high,
    startSeconds: analysis.startSeconds,
    endSeconds: analysis.endSeconds,
  };
  const zero = frame.top + (high / (high - low)) * plotHeight;
  const label = (value: number, y: number): string =>
    `<text x="${plotLeft - 8}" y="${fixed(y + 4, 1)}" text-anchor="end">${value === 0 ? '0' : signed(value, 1)}</text>`;
  const yOf = (value: number): number => frame.top + ((high - value) / (high - low)) * plotHeight;
  const scale = [...new Set([high, 0, low])]
    .filter((value) => value === 0 || Math.abs(yOf(value) - zero) >= 12)
    .map((value) => label(value, yOf(value)));
  return [
    `<text class="head" x="${plotLeft}" y="${top + 10}">${escapeXml(fillTemplate(words.plotHead, { muscle: words.muscles[muscle] }))}</text>`,
    `<path class="axis" d="M${plotLeft} ${frame.top}V${frame.bottom}H${plotRight}"/>`,
    `<path class="zero" d="M${plotLeft} ${fixed(zero, 1)}H${plotRight}"/>`,
    ...scale,
    `<text x="${plotLeft}" y="${frame.bottom + 16}">${fixed(analysis.startSeconds, 2)}</text>`,
    `<text x="${plotRight}" y="${frame.bottom + 16}" text-anchor="end">${fixed(analysis.endSeconds, 2)} ${escapeXml(words.seconds)}</text>`,
    ...curves.map((curve) => `<path class="curve ${curve.side}" d="${curveToPath(curve, frame)}"/>`),
    ...endLabels(curves, frame, words),
  ].join('\n');
}

// The sides' words stand where their lines end, moved apart where both end together.
function endLabels(curves: readonly Curve[], frame: PathFrame, words: MotionWords): readonly string[] {
  const ends = curves
    .map(({ side, values }) => {
      const last = values.findLast((value) => value !== undefined) ?? 0;
      return {
        side,
        y: frame.top + ((frame.high - last) / (frame.high - frame.low)) * (frame.bottom - frame.top),
      };
    })
    .toSorted((one, other) => one.y - other.y);
  const [first, second] = ends;
  const overlap =
    first === undefined || second === undefined ? 0 : Math.max(0, 14 - (second.y - first.y)) / 2;
  return ends.map(
    ({ side, y }, index) =>
      `<text x="${plotRight + 6}" y="${fixed(y + 4 + (index === 0 ? -overlap : overlap), 1)}">${escapeXml(words.sides[side])}</text>`,
  );
}

// What XML cannot hold at all becomes a space; the rest is written as text.
function escapeXml(text: string): string {
  return escapeMarkup(text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' '));
}
