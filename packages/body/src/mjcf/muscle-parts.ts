import type { BodyModel } from '../muscle/body-model.ts';
import type { MuscleLine, PathPoint, Wrap } from '../muscle/muscle-table.ts';
import { xml, type Xml } from './xml.ts';

/** Half of the length that a cylinder is drawn with; for wrapping it is endless. */
const cylinderHalfMetres = 0.06;

/** Sites and cylinders by the body they hang on, and the tendons over them. */
export type MuscleParts = {
  readonly byBody: ReadonlyMap<number, readonly Xml[]>;
  readonly tendons: readonly Xml[];
};

/** Takes a model's muscles apart for MuJoCo. Points that several lines share become one site. */
export function muscleParts({ lines, scale }: BodyModel, wraps: readonly Wrap[]): MuscleParts {
  const byBody = new Map<number, Xml[]>();
  const add = (body: number, ...parts: readonly Xml[]): void => {
    byBody.set(body, [...(byBody.get(body) ?? []), ...parts]);
  };
  for (const wrap of wraps) add(wrap.body, ...wrapElements(wrap, scale));
  const siteNames = new Map<string, string>();
  const siteOf = (line: MuscleLine, point: PathPoint, index: number): string => {
    const key = [point.body, ...point.atMetres].join(' ');
    const known = siteNames.get(key);
    if (known !== undefined) return known;
    const name = `${line.name}_${index}`;
    siteNames.set(key, name);
    add(point.body, xml('site', { name, pos: point.atMetres.map((value) => value * scale) }));
    return name;
  };
  const tendons = lines.map((line) =>
    xml(
      'spatial',
      { name: line.name },
      line.path.flatMap((point, index) => [
        xml('site', { site: siteOf(line, point, index) }),
        ...(point.over === undefined
          ? []
          : [xml('geom', { geom: point.over.name, sidesite: sideName(point.over) })]),
      ]),
    ),
  );
  return { byBody, tendons };
}

function wrapElements(wrap: Wrap, scale: number): readonly Xml[] {
  return [
    xml('geom', {
      name: wrap.name,
      type: 'cylinder',
      size: [wrap.radiusMetres * scale, cylinderHalfMetres * scale],
      pos: wrap.centreMetres.map((value) => value * scale),
      zaxis: wrap.axis,
    }),
    xml('site', { name: sideName(wrap), pos: wrap.sideMetres.map((value) => value * scale) }),
  ];
}

function sideName({ name }: Wrap): string {
  return `${name}_side`;
}
