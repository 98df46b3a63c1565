import { poseToArray, type Movement, type Pose, type Prop } from '@psoas/body';
import {
  createFigure,
  createMuscleLights,
  figureToSvg,
  frameOf,
  type Build,
  type SvgLook,
  type Tone,
} from '@psoas/figure';

const lights = createMuscleLights(['psoas_r']);

/** One picture of a contact sheet. */
export type Cell = { readonly caption: string; readonly svg: string };

/** How a movement is drawn: colours and build. */
export type SheetLook = { readonly theme: SvgLook['theme']; readonly build: Build; readonly tone: Tone };

/** All postures of a movement, each in the movement's own frame. */
export function movementCells(movement: Movement, { theme, build, tone }: SheetLook): readonly Cell[] {
  const postures: readonly {
    readonly caption: string;
    readonly pose: Pose;
    readonly props: readonly Prop[];
    readonly start?: Pose;
  }[] = [
    ...movement.keyframes.map(({ id, pose }) => ({ caption: id, pose, props: movement.props })),
    ...movement.faults.map(({ id, of, pose }) => {
      const right = movement.keyframes.find((keyframe) => keyframe.id === of);
      return {
        caption: `fault: ${id}`,
        pose,
        props: movement.props,
        ...(right === undefined ? {} : { start: right.pose }),
      };
    }),
    ...movement.variants.map(({ id, keyframe, props }) => ({
      caption: `variant: ${id}`,
      pose: keyframe.pose,
      props: props.length > 0 ? props : movement.props,
    })),
  ];
  const frame = frameOf(
    postures.map(({ pose }) => pose),
    { view: movement.view, props: movement.props, build },
  );
  return postures.map(({ caption, pose, props, start }) => {
    const values = poseToArray(pose);
    const figure = createFigure({ view: movement.view, props, build, frame });
    const drawing = figure.draw(values, {
      muscles: lights(values),
      ...(start === undefined ? {} : { ghost: poseToArray(start) }),
    });
    return {
      caption: `${movement.id} · ${caption}`,
      svg: figureToSvg(drawing, { title: `${movement.id}, ${caption}`, theme, tone }),
    };
  });
}

/** A page with all cells, in both themes of the system. */
export function sheetPage(cells: readonly Cell[], isDark: boolean): string {
  const [paper, card, ink] = isDark ? ['#14191b', '#1d2427', '#f1ece3'] : ['#faf7f2', '#ffffff', '#1f2a2e'];
  const figures = cells
    .map(({ caption, svg }) => `<figure>${svg}<figcaption>${caption}</figcaption></figure>`)
    .join('\n');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>psoas: all figures</title>
<style>body{margin:0;padding:16px;background:${paper};color:${ink};font:14px system-ui,sans-serif;display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:12px}
figure{margin:0;background:${card};border-radius:18px;padding:12px}svg{width:100%;height:220px;display:block}figcaption{padding-top:8px}</style>
${figures}</html>`;
}

/** All cells as one SVG document, in columns. */
export function sheetSvg(cells: readonly Cell[], isDark: boolean): string {
  const [paper, card, ink] = isDark ? ['#14191b', '#1d2427', '#f1ece3'] : ['#faf7f2', '#ffffff', '#1f2a2e'];
  const [columns, wide, high, gap] = [6, 240, 240, 12];
  const rows = Math.ceil(cells.length / columns);
  const [width, height] = [columns * (wide + gap) + gap, rows * (high + gap) + gap];
  const parts = cells.map(({ caption, svg }, index) => {
    const x = gap + (index % columns) * (wide + gap);
    const y = gap + Math.floor(index / columns) * (high + gap);
    return `<g transform="translate(${x} ${y})"><rect width="${wide}" height="${high}" rx="18" fill="${card}"/>${svg.replace('<svg ', `<svg x="10" y="10" width="${wide - 20}" height="${high - 44}" `)}<text x="12" y="${high - 12}" font-size="11" fill="${ink}">${caption}</text></g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif"><title>psoas: all figures</title><rect width="${width}" height="${height}" fill="${paper}"/>${parts.join('')}</svg>\n`;
}
