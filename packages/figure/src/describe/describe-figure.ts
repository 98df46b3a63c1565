import {
  ballIndex,
  ballNames,
  createPlacedBalls,
  poseToArray,
  type BallName,
  type Place,
  type Pose,
  type Prop,
} from '@psoas/body';

/** Something that can be seen in a posture: the id of its wording, and what fills the wording. */
export type Phrase = {
  readonly id: PhraseId;
  readonly side?: 'left' | 'right';
  /** Whole degrees, rounded to five. */
  readonly degrees?: number;
};

/** The ids of all that can be said about a posture. */
export type PhraseId =
  | 'standing'
  | 'stride'
  | 'half-kneeling'
  | 'kneeling'
  | 'all-fours'
  | 'on-back'
  | 'bridge'
  | 'on-front'
  | 'on-side'
  | 'sitting'
  | 'hanging'
  | 'trunk-upright'
  | 'trunk-forwards'
  | 'trunk-back'
  | 'pelvis-tucked'
  | 'pelvis-level'
  | 'pelvis-arched'
  | 'back-flat'
  | 'back-rounded'
  | 'foot-in-front'
  | 'knee-lifted'
  | 'knees-lifted'
  | 'leg-raised'
  | 'legs-raised'
  | 'leg-back'
  | 'leg-sideways'
  | 'knee-to-chest'
  | 'knees-to-chest'
  | 'knee-drawn-in'
  | 'leg-straight'
  | 'leg-lifted-straight'
  | 'leg-hanging'
  | 'shin-up-wall'
  | 'knee-out'
  | 'foot-lowered'
  | 'feet-flat'
  | 'back-long'
  | 'ball-under-back'
  | 'arms-overhead'
  | 'arms-forwards'
  | 'arms-up'
  | 'arm-overhead'
  | 'arm-up'
  | 'arm-reaching'
  | 'elbow-drawn-in';

const surface = createPlacedBalls();

/** Where the trunk stands up and can lean. */
const upright: ReadonlySet<PhraseId> = new Set<PhraseId>([
  'standing',
  'stride',
  'half-kneeling',
  'kneeling',
  'sitting',
  'hanging',
]);

/** How far apart, in metres, feet have to be for a stride, and how low a knee that kneels. */
const strideMetres = 0.35;
const kneelingMetres = 0.08;

/** What the posture looks like, from the ground up: where it rests and on what, trunk, pelvis, legs, arms. */
export function describeFigure(pose: Pose, props: readonly Prop[] = []): readonly Phrase[] {
  const values = poseToArray(pose);
  surface.place(values);
  const base = baseOf(pose);
  return [
    base,
    ...(base.id === 'on-back' && props.some(({ kind }) => kind === 'ball')
      ? [{ id: 'ball-under-back' } as const]
      : []),
    ...trunkPhrases(pose, base.id),
    pelvisPhrase(pose, base.id),
    ...legPhrases(pose, base),
    ...armPhrases(pose, base.id),
  ];
}

function place(name: BallName): Place {
  return surface.centreOf(ballIndex(name));
}

function baseOf(pose: Pose): Phrase {
  const [up, front, right] = trunkDirections();
  if (up > 0.55) return uprightBase(pose);
  if (right > 0.6) return { id: 'on-side', side: 'left' };
  if (right < -0.6) return { id: 'on-side', side: 'right' };
  if (front > 0) {
    const isLifted = place('sacrum')[1] - place('nape')[1] > 0.1;
    if (up > 0.3) return { id: 'sitting' };
    return { id: isLifted ? 'bridge' : 'on-back' };
  }
  const kneeDepth = place('sacrum')[1] - Math.min(place('knee_r')[1], place('knee_l')[1]);
  return { id: kneeDepth > 0.25 ? 'all-fours' : 'on-front' };
}

function uprightBase(pose: Pose): Phrase {
  const lowest = lowestMetres();
  if ((pose.arm_flex_r ?? 0) > 140 && (pose.arm_flex_l ?? 0) > 140 && lowest > 0.08) return { id: 'hanging' };
  const kneels = (name: 'knee_r' | 'knee_l'): boolean => place(name)[1] - lowest < kneelingMetres;
  if (kneels('knee_r') && kneels('knee_l')) return { id: 'kneeling' };
  if (kneels('knee_r')) return { id: 'half-kneeling', side: 'right' };
  if (kneels('knee_l')) return { id: 'half-kneeling', side: 'left' };
  const flexions = [pose.hip_flexion_r ?? 0, pose.hip_flexion_l ?? 0];
  if (Math.min(...flexions) > 50) return { id: 'sitting' };
  const [one, other] = [place('heel_r'), place('heel_l')];
  const isStride = Math.abs(one[0] - other[0]) > strideMetres && Math.abs(one[1] - other[1]) < 0.25;
  return { id: isStride ? 'stride' : 'standing' };
}

/** How much the trunk's own up, front and right point up in the world. */
function trunkDirections(): readonly [number, number, number] {
  const [nape, sacrum, left, right] = [place('nape'), place('sacrum'), place('iliac_l'), place('iliac_r')];
  const up = unit(minus(nape, sacrum));
  const across = unit(minus(right, left));
  // Up times right is forwards: X forwards, Y up, Z to the right.
  return [up[1], up[2] * across[0] - up[0] * across[2], across[1]];
}

function minus(first: Place, second: Place): Place {
  return [first[0] - second[0], first[1] - second[1], first[2] - second[2]];
}

function unit([x, y, z]: Place): Place {
  const length = Math.max(1e-9, Math.hypot(x, y, z));
  return [x / length, y / length, z / length];
}

function trunkPhrases(pose: Pose, base: PhraseId): readonly Phrase[] {
  if (!upright.has(base)) return [];
  const lean = -(pose.pelvis_tilt ?? 0) - (pose.lumbar_extension ?? 0);
  const degrees = toFive(Math.abs(lean));
  if (degrees < 15) return [{ id: 'trunk-upright' }];
  return [{ id: lean > 0 ? 'trunk-forwards' : 'trunk-back', degrees }];
}

/** From how much bend on a back that sits is slumped: sitting itself takes away much of its curve. */
const slumpedDegrees = -18;

/** The low back says it in any posture: rounded where the tail is tucked, hollow where it is not. */
function pelvisPhrase({ lumbar_extension: bend = 0 }: Pose, base: PhraseId): Phrase {
  if (bend >= 8) return { id: 'pelvis-arched' };
  if (bend > -6) return { id: 'pelvis-level' };
  if (base === 'on-back' || base === 'bridge') return { id: 'back-flat' };
  if (base === 'sitting' && bend > slumpedDegrees) return { id: 'back-long' };
  if (base === 'on-front' && bend > slumpedDegrees) return { id: 'pelvis-level' };
  return { id: upright.has(base) && base !== 'sitting' ? 'pelvis-tucked' : 'back-rounded' };
}

function legPhrases(pose: Pose, base: Phrase): readonly Phrase[] {
  if (base.id === 'half-kneeling') return halfKneelingPhrases(base.side ?? 'right');
  if (base.id === 'kneeling') return [];
  const legs = (['right', 'left'] as const).map((side) => legPhrase(pose, side, base.id));
  const [right, left] = legs;
  if (right !== undefined && left !== undefined && right.id === left.id) {
    if (right.id === 'knee-lifted') return [{ id: 'knees-lifted' }];
    if (right.id === 'knee-to-chest') return [{ id: 'knees-to-chest' }];
    if (right.id === 'foot-lowered') return [{ id: 'feet-flat' }];
    if (right.id === 'leg-raised') return [{ id: 'legs-raised', degrees: right.degrees ?? 0 }];
  }
  return legs.filter((leg) => leg !== undefined);
}

/** How much higher than its knee, in metres, a foot is that stands up a wall. */
const upWallMetres = 0.25;

function halfKneelingPhrases(side: 'left' | 'right'): readonly Phrase[] {
  const [knee, toe] = side === 'right' ? (['knee_r', 'toe_r'] as const) : (['knee_l', 'toe_l'] as const);
  const isUp = place(toe)[1] - place(knee)[1] > upWallMetres;
  return [
    ...(isUp ? [{ id: 'shin-up-wall', side } as const] : []),
    { id: 'foot-in-front', side: side === 'right' ? 'left' : 'right' },
  ];
}

function legPhrase(pose: Pose, side: 'left' | 'right', base: PhraseId): Phrase | undefined {
  const suffix = side === 'right' ? 'r' : 'l';
  const hip = pose[`hip_flexion_${suffix}`] ?? 0;
  const knee = pose[`knee_angle_${suffix}`] ?? 0;
  const isFree = base === 'hanging' || footHeight(side) > 0.12;
  if (base === 'stride') return hip < -3 ? { id: 'leg-back', side } : undefined;
  if (base === 'all-fours') {
    if (hip < 45) return isFree ? { id: 'leg-back', side } : undefined;
    return hip > 95 && place(`knee_${suffix}`)[1] - lowestMetres() > 0.06
      ? { id: 'knee-drawn-in', side }
      : undefined;
  }
  if ((pose[`hip_adduction_${suffix}`] ?? 0) <= -15 && base === 'on-side')
    return { id: 'leg-sideways', side };
  if (base === 'on-front' && (pose[`hip_adduction_${suffix}`] ?? 0) <= -25 && knee >= 45)
    return { id: 'knee-out', side };
  if (base === 'on-back') {
    const lying = lyingLegPhrase({ hip, knee }, side);
    if (lying !== undefined) return lying;
  }
  if (base === 'sitting' && knee < 25 && hip >= 45 && !isFree) return seatedLegPhrase(pose, side);
  if (!isFree) return undefined;
  if (knee >= 45 && hip >= 45) return { id: 'knee-lifted', side };
  if (base === 'sitting' && otherKnee(pose, side) > 45 && knee < 25)
    return { id: 'leg-lifted-straight', side };
  if (knee < 45 && hip >= 12) return { id: 'leg-raised', side, degrees: toFive(hip) };
  return undefined;
}

type Bends = { readonly hip: number; readonly knee: number };

/** How far below the pelvis, in metres, a foot is that hangs over an edge. */
const hangingMetres = 0.2;

/** On the back: a knee at the chest, a foot by the floor, or a leg that hangs lower than what one lies on. */
function lyingLegPhrase({ hip, knee }: Bends, side: 'left' | 'right'): Phrase | undefined {
  const heel = place(side === 'right' ? 'heel_r' : 'heel_l');
  if (place('sacrum')[1] - heel[1] > hangingMetres) return { id: 'leg-hanging', side };
  if (hip >= 105 && knee >= 60) return { id: 'knee-to-chest', side };
  return hip < 65 && knee >= 60 ? { id: 'foot-lowered', side } : undefined;
}

/** On a chair: a straight leg, with the heel on the floor or off it. A lift of a few centimetres is what is asked for. */
function seatedLegPhrase(pose: Pose, side: 'left' | 'right'): Phrase | undefined {
  if (otherKnee(pose, side) < 45) return undefined;
  return { id: footHeight(side) > 0.03 ? 'leg-lifted-straight' : 'leg-straight', side };
}

function otherKnee(pose: Pose, side: 'left' | 'right'): number {
  return (side === 'right' ? pose.knee_angle_l : pose.knee_angle_r) ?? 0;
}

/** How high the lowest part of a foot is above the lowest part of the body. */
function footHeight(side: 'left' | 'right'): number {
  const names: readonly BallName[] =
    side === 'right' ? ['heel_r', 'ball_r', 'toe_r'] : ['heel_l', 'ball_l', 'toe_l'];
  return Math.min(...names.map((name) => place(name)[1])) - lowestMetres();
}

/** How low the lowest ball of the body is; its centre, so that thick and thin parts count alike. */
function lowestMetres(): number {
  return Math.min(...ballNames.map((name) => place(name)[1]));
}

function armPhrases(pose: Pose, base: PhraseId): readonly Phrase[] {
  const [right, left] = [pose.arm_flex_r ?? 0, pose.arm_flex_l ?? 0];
  const lower = Math.min(right, left);
  if (base === 'all-fours')
    return (['right', 'left'] as const).flatMap((side) => freeHandPhrases(pose, side));
  if (lower >= 140 && base !== 'on-front') return [{ id: 'arms-overhead' }];
  // Hands that lie under the forehead stretch nowhere.
  if (lower < 65 || (base === 'on-front' && (pose.elbow_flex_r ?? 0) > 90)) return [];
  if (base !== 'on-back') return [{ id: 'arms-forwards' }];
  if (Math.max(right, left) < 140) return [{ id: 'arms-up' }];
  return [
    { id: right >= 140 ? 'arm-overhead' : 'arm-up', side: 'right' },
    { id: left >= 140 ? 'arm-overhead' : 'arm-up', side: 'left' },
  ];
}

/** On hands and knees: what a hand does that is off the floor. */
function freeHandPhrases(pose: Pose, side: 'left' | 'right'): readonly Phrase[] {
  const suffix = side === 'right' ? 'r' : 'l';
  if (place(`palm_${suffix}`)[1] - lowestMetres() < 0.12) return [];
  if ((pose[`arm_flex_${suffix}`] ?? 0) >= 120) return [{ id: 'arm-reaching', side }];
  return (pose[`elbow_flex_${suffix}`] ?? 0) >= 80 ? [{ id: 'elbow-drawn-in', side }] : [];
}

function toFive(degrees: number): number {
  return 5 * Math.round(degrees / 5);
}
