import type { JSX } from 'preact';
import { ball, between, chainPath, limbEnd, type Ball, type Point } from './capsule.ts';
import type { Arm, Leg, StillPose } from './poses.ts';
import { Prop } from './prop.tsx';

// Lengths in centimetres of a body of about 1.70 m; drawing sizes, no measure of anybody.
const trunkLength = 47;
const thighLength = 42;
const shankLength = 41;
const footLength = 17;
const upperArmLength = 29;
const foreArmLength = 30;

type Joints = { readonly hip: Point; readonly neck: Point; readonly shoulder: Point; readonly head: Point; readonly up: Point; readonly front: Point };
type LegPoints = { readonly knee: Point; readonly ankle: Point; readonly heel: Point; readonly toe: Point };

type StillFigureProps = { readonly pose: StillPose; readonly label?: string | undefined };

/** A person in a still posture, the psoas of the near side drawn over the body. */
export function StillFigure({ pose, label }: StillFigureProps): JSX.Element {
  const joints = jointsOf(pose);
  const near = legPoints(joints.hip, pose.near);
  const far = legPoints(joints.hip, pose.far);
  const balls = [...legBalls(joints.hip, near), ...legBalls(joints.hip, far), ...armBalls(joints.shoulder, pose.nearArm), ...armBalls(joints.shoulder, pose.farArm), ball(joints.head, 12), ball(joints.neck, 9), ball(joints.hip, 12)];
  const box = boundsOf(balls);
  const ground = Math.max(...balls.map(({ y, r }) => y + r)) - 0.5;
  const floor = pose.prop === 'bar' ? undefined : ground + (pose.prop === 'bed' ? 6 : pose.prop === 'box' ? 22 : 0);
  const bottom = (floor ?? ground) + 3;
  const width = Math.max(box.right - box.left, 100) + 24;
  const left = (box.left + box.right - width) / 2;
  return (
    <svg viewBox={`${left} ${box.top - 6} ${width} ${bottom - box.top + 6}`} role={label === undefined ? undefined : 'img'} aria-label={label} aria-hidden={label === undefined}>
      <Prop kind={pose.prop} hip={joints.hip} head={joints.head} foot={far.heel} top={box.top} ground={floor ?? ground} />
      {floor !== undefined && <path d={`M${left + 6} ${floor}H${left + width - 6}`} stroke="var(--ground)" stroke-width="1.600" stroke-linecap="round" />}
      <ArmPart shoulder={joints.shoulder} arm={pose.farArm} skin="var(--skin-far)" sleeve="var(--shirt)" />
      <LegPart hip={joints.hip} points={far} skin="var(--skin-far)" cloth="var(--shorts-far)" />
      <TrunkPart joints={joints} />
      <LegPart hip={joints.hip} points={near} skin="var(--skin)" cloth="var(--shorts)" />
      <PsoasStroke joints={joints} thigh={pose.near.thigh} />
      <HeadPart joints={joints} />
      <ArmPart shoulder={joints.shoulder} arm={pose.nearArm} skin="var(--skin)" sleeve="var(--shirt)" />
    </svg>
  );
}

function jointsOf(pose: StillPose): Joints {
  const angle = (pose.trunk * Math.PI) / 180;
  const up = { x: Math.sin(angle), y: -Math.cos(angle) };
  const front = { x: Math.cos(angle), y: Math.sin(angle) };
  const hip = { x: 0, y: 0 };
  const along = (length: number, forwards = 0): Point => ({ x: up.x * length + front.x * forwards, y: up.y * length + front.y * forwards });
  return { hip, neck: along(trunkLength + 5, 1), shoulder: along(trunkLength - 3), head: along(trunkLength + 19, 3), up, front };
}

function legPoints(hip: Point, { thigh, shank, foot }: Leg): LegPoints {
  const knee = limbEnd(hip, thigh, thighLength);
  const ankle = limbEnd(knee, shank, shankLength);
  return { knee, ankle, heel: limbEnd(limbEnd(ankle, shank, 2.5), foot, -3), toe: limbEnd(limbEnd(ankle, shank, 4), foot, footLength) };
}

function legBalls(hip: Point, { knee, ankle, heel, toe }: LegPoints): readonly Ball[] {
  return [ball(hip, 9), ball(knee, 6), ball(ankle, 4), ball(heel, 3.4), ball(toe, 2.6)];
}

function armBalls(shoulder: Point, arm: Arm): readonly Ball[] {
  const elbow = limbEnd(shoulder, arm.upper, upperArmLength);
  return [ball(elbow, 3.6), ball(limbEnd(elbow, arm.fore, foreArmLength), 2.2)];
}

function boundsOf(balls: readonly Ball[]): { readonly left: number; readonly right: number; readonly top: number } {
  return { left: Math.min(...balls.map(({ x, r }) => x - r)), right: Math.max(...balls.map(({ x, r }) => x + r)), top: Math.min(...balls.map(({ y, r }) => y - r)) };
}

function LegPart({ hip, points, skin, cloth }: { readonly hip: Point; readonly points: LegPoints; readonly skin: string; readonly cloth: string }): JSX.Element {
  const { knee, ankle, heel, toe } = points;
  const calf = between(knee, ankle, 0.34);
  return (
    <g>
      <path fill={skin} d={chainPath([ball(hip, 9), ball(knee, 5.7), ball(calf, 5.6), ball(ankle, 3.5)])} />
      <path fill="var(--shoe)" stroke="var(--ground)" stroke-width="0.500" d={chainPath([ball(heel, 3.3), ball(toe, 2.5)])} />
      <path fill={cloth} d={chainPath([ball(hip, 10.4), ball(between(hip, knee, 0.66), 7.9)])} />
    </g>
  );
}

function TrunkPart({ joints }: { readonly joints: Joints }): JSX.Element {
  const { up, front, neck } = joints;
  const at = (length: number, forwards: number, r: number): Ball => ({ x: up.x * length + front.x * forwards, y: up.y * length + front.y * forwards, r });
  return (
    <g>
      <path fill="var(--skin)" d={chainPath([ball(neck, 4.6), at(trunkLength + 11, 2, 4.4)])} />
      <path fill="var(--shirt)" d={chainPath([at(6, 0, 9.2), at(17, 0.6, 8.6), at(33, 0.8, 10.2), at(trunkLength - 4, 0, 7)])} />
      <path fill="var(--shorts)" d={chainPath([at(-1, -0.6, 10.4), at(8, 0, 9.5)])} />
    </g>
  );
}

function HeadPart({ joints }: { readonly joints: Joints }): JSX.Element {
  const { up, front, head } = joints;
  const at = (length: number, forwards: number, r: number): Ball => ({ x: head.x + up.x * length + front.x * forwards, y: head.y + up.y * length + front.y * forwards, r });
  return (
    <g>
      <path fill="var(--skin)" d={chainPath([at(-4.5, 3.2, 4.4), at(2, 1.6, 8)])} />
      <path fill="var(--skin)" d={chainPath([at(-0.6, 8.6, 1.3), at(0.6, 9.8, 1.2)])} />
      <path fill="var(--hair)" d={chainPath([at(-2.5, -5.4, 4.4), at(2.8, -2.4, 7.4), at(6.2, 1.8, 4.4)])} />
      <path fill="var(--hair)" d={chainPath([at(-1, -9, 3), at(1, -8, 3.4)])} />
    </g>
  );
}

function ArmPart({ shoulder, arm, skin, sleeve }: { readonly shoulder: Point; readonly arm: Arm; readonly skin: string; readonly sleeve: string }): JSX.Element {
  const elbow = limbEnd(shoulder, arm.upper, upperArmLength);
  const hand = limbEnd(elbow, arm.fore, foreArmLength);
  return (
    <g>
      <path fill={skin} d={chainPath([ball(shoulder, 4.8), ball(elbow, 3.5), ball(hand, 2.2)])} />
      <path fill={sleeve} d={chainPath([ball(shoulder, 5.8), ball(between(shoulder, elbow, 0.5), 5)])} />
    </g>
  );
}

// From beside the lower spine, over the front of the hip, to the inner top of the thigh bone.
function PsoasStroke({ joints, thigh }: { readonly joints: Joints; readonly thigh: number }): JSX.Element {
  const { up, front } = joints;
  const at = (length: number, forwards: number): Point => ({ x: up.x * length + front.x * forwards, y: up.y * length + front.y * forwards });
  const top = at(27, -1);
  const bend = at(3, 6.5);
  const end = limbEnd({ x: 0, y: 0 }, thigh, 9);
  const control = at(13, 3);
  return (
    <g fill="none" stroke="var(--psoas)" stroke-linecap="round" stroke-linejoin="round">
      <path stroke-width="2.800" d={`M${top.x} ${top.y}Q${control.x} ${control.y} ${bend.x} ${bend.y}`} />
      <path stroke-width="4.200" d={`M${at(12, 2.4).x} ${at(12, 2.4).y}Q${at(7, 4.6).x} ${at(7, 4.6).y} ${bend.x} ${bend.y}Q${at(0, 8).x} ${at(0, 8).y} ${end.x} ${end.y}`} />
    </g>
  );
}
