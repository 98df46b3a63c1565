import { segments } from '../load/segments.ts';
import { bodyNames } from '../model/body-names.ts';
import { joints, type Axis, type Joint, type JointRotation } from '../model/joints.ts';
import type { BodyModel } from '../muscle/body-model.ts';
import { wraps } from '../muscle/muscle-table.ts';
import { coordinateNames, coordinates } from '../pose/coordinates.ts';
import { muscleParts, type MuscleParts } from './muscle-parts.ts';
import { writeXml, xml, type Xml } from './xml.ts';

/** The mass in kilograms that the exported masses are shares of. */
const bodyMassKg = 75;
/** MuJoCo wants every moving body to have some mass (kg) and inertia (kg m²). */
const leastMass = 1e-4;
const leastInertia = 1e-6;
/** Radius of gyration in metres for all segments: good enough to load, not for dynamics. */
const gyrationMetres = 0.1;
const radiansPerDegree = Math.PI / 180;

const directions: { readonly [Name in Axis]: readonly [number, number, number] } = {
  x: [1, 0, 0],
  y: [0, 1, 0],
  z: [0, 0, 1],
};

/**
 * The model as MuJoCo XML, without meshes: joints are named like the coordinates, tendons like the muscle lines.
 *
 * A coordinate that turns several bodies, as the lumbar ones do, is a hinge of a nearly weightless body beside the
 * model; each turned body has a hinge `<body>_<coordinate>` that follows by an `<equality>`. MuJoCo's `mj_forward`
 * does not enforce equalities: whoever only wants positions has to write the followers too, see `followerJoints`.
 */
export function toMjcf(model: BodyModel): string {
  const parts = muscleParts(model, wraps);
  const pelvis = bodyElement(0, model, parts);
  return writeXml(
    xml('mujoco', { model: 'psoas-body' }, [
      xml('compiler', { angle: 'radian', autolimits: 'true' }),
      xml('option', { gravity: '0 -9.81 0' }),
      xml('size', { memory: '2M' }),
      xml('default', {}, [
        xml('geom', { contype: 0, conaffinity: 0, group: 3 }),
        xml('site', { size: 0.003, group: 4 }),
      ]),
      xml('worldbody', {}, [pelvis, driverBody()]),
      xml('tendon', {}, parts.tendons),
      xml(
        'equality',
        {},
        followerJoints.map(({ name, coordinate, share }) =>
          xml('joint', { joint1: name, joint2: coordinate, polycoef: [0, share, 0, 0, 0] }),
        ),
      ),
    ]),
  );
}

/** A joint of the exported model that has to stand at `share` times a coordinate. */
export type FollowerJoint = { readonly name: string; readonly coordinate: string; readonly share: number };

/** All followers: the hinges of bodies that share a coordinate. */
export const followerJoints: readonly FollowerJoint[] = joints.flatMap((joint) =>
  joint.rotations.filter(isShared).map((rotation) => ({
    name: jointName(joint, rotation),
    coordinate: coordinateNames[rotation.coordinate] ?? '',
    share: rotation.share,
  })),
);

function isShared({ share }: JointRotation): boolean {
  return Math.abs(share) !== 1;
}

function jointName({ body }: Joint, rotation: JointRotation): string {
  const coordinate = coordinateNames[rotation.coordinate] ?? '';
  return isShared(rotation) ? `${bodyNames[body]}_${coordinate}` : coordinate;
}

function bodyElement(body: number, model: BodyModel, parts: MuscleParts): Xml {
  const joint = joints.find((each) => each.body === body);
  const inChild = scaled(joint?.inChildMetres ?? [0, 0, 0], model.scale);
  const inParent = scaled(joint?.inParentMetres ?? [0, 0, 0], model.scale);
  return xml(
    'body',
    { name: bodyNames[body] ?? '', pos: inParent.map((value, axis) => value - (inChild[axis] ?? 0)) },
    [
      inertial(body, model.scale),
      ...(joint === undefined ? pelvisJoints() : joint.rotations.map((each) => hinge(joint, each, inChild))),
      ...(parts.byBody.get(body) ?? []),
      ...joints.filter(({ parent }) => parent === body).map((each) => bodyElement(each.body, model, parts)),
    ],
  );
}

function inertial(body: number, scale: number): Xml {
  const segment = segments.find((each) => each.body === body);
  const mass = Math.max(leastMass, (segment?.massShare ?? 0) * bodyMassKg);
  const inertia = Math.max(leastInertia, mass * gyrationMetres * gyrationMetres);
  return xml('inertial', {
    pos: scaled(segment?.centreMetres ?? [0, 0, 0], scale),
    mass,
    diaginertia: [inertia, inertia, inertia],
  });
}

function hinge(joint: Joint, rotation: JointRotation, inChild: readonly number[]): Xml {
  const sign = isShared(rotation) ? 1 : rotation.share;
  return xml('joint', {
    name: jointName(joint, rotation),
    pos: inChild,
    axis: directions[rotation.axis].map((value) => value * sign),
    ...(isShared(rotation) ? {} : range(rotation.coordinate)),
  });
}

function range(coordinate: number): { readonly range: readonly number[] } {
  const { min = 0, max = 0 } = coordinates[coordinate] ?? {};
  return { range: [min * radiansPerDegree, max * radiansPerDegree] };
}

function pelvisJoints(): readonly Xml[] {
  const slide = (name: string, axis: Axis): Xml =>
    xml('joint', { name, type: 'slide', axis: directions[axis] });
  const turn = (name: string, axis: Axis): Xml => xml('joint', { name, axis: directions[axis] });
  return [
    slide('pelvis_tx', 'x'),
    slide('pelvis_ty', 'y'),
    slide('pelvis_tz', 'z'),
    turn('pelvis_tilt', 'z'),
    turn('pelvis_list', 'x'),
    turn('pelvis_rotation', 'y'),
  ];
}

/** The hinges that stand for shared coordinates, on a body that touches nothing. */
function driverBody(): Xml {
  const shared = [...new Set(followerJoints.map(({ coordinate }) => coordinate))];
  return xml('body', { name: 'shared_coordinates' }, [
    inertial(-1, 1),
    ...shared.map((name) =>
      xml('joint', {
        name,
        axis: directions.z,
        ...range(coordinateNames.findIndex((each) => each === name)),
      }),
    ),
  ]);
}

function scaled(metres: readonly number[], scale: number): readonly number[] {
  return metres.map((value) => value * scale);
}
