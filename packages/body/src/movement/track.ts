import { settle, ballPlace, type Planted } from '../contact/settle.ts';
import { coordinateCount } from '../pose/coordinates.ts';
import { poseToArray } from '../pose/pose.ts';
import { keyframeOf } from './keyframe-of.ts';
import type { Keyframe, Movement } from './movement.ts';

/** Samples of a way between two keyframes; between samples a straight line is finer than the eye. */
const samplesPerWay = 16;

/** A movement made ready to play: the ways between its keyframes, with feet and knees that stay where they bear. */
export type MovementTrack = {
  readonly movement: Movement;
  /** Fills `into` with the coordinates (radians, metres) a share of the way from one keyframe to another. */
  readonly valuesBetween: (from: string, to: string, share: number, into: Float64Array) => void;
  /** Works out one way that the movement will go and that has not been asked for yet; tells whether one was left. */
  readonly prepareNext: () => boolean;
};

/** Prepares a movement. Ways are worked out when they are first asked for, then kept. */
export function createTrack(movement: Movement): MovementTrack {
  const ways = new Map<string, readonly Float64Array[]>();
  const wayBetween = (from: string, to: string): readonly Float64Array[] => {
    const key = `${from} ${to}`;
    const way = ways.get(key) ?? layWay(movement, keyframeOf(movement, from), keyframeOf(movement, to));
    ways.set(key, way);
    return way;
  };
  const unprepared = waysOf(movement);
  return {
    movement,
    prepareNext: () => {
      const way = unprepared.shift();
      if (way !== undefined) wayBetween(...way);
      return way !== undefined;
    },
    valuesBetween: (from, to, share, into) => {
      const way = wayBetween(from, to);
      const place = Math.max(0, Math.min(1, share)) * (way.length - 1);
      const first = Math.min(way.length - 1, Math.floor(place));
      const here = way[first];
      const next = way[Math.min(way.length - 1, first + 1)];
      if (here === undefined || next === undefined) return;
      for (let index = 0; index < coordinateCount; index += 1) {
        const start = here[index] ?? 0;
        into[index] = start + ((next[index] ?? 0) - start) * (place - first);
      }
    },
  };
}

/** The ways that a movement really goes, from keyframe to keyframe, each once and in its order. */
export function waysOf({ keyframes, entry, repetition }: Movement): (readonly [from: string, to: string])[] {
  const stops = [keyframes[0]?.id ?? '', ...entry.map(({ to }) => to), ...repetition.map(({ to }) => to)];
  return stops.slice(1).flatMap((to, index) => {
    const from = stops[index] ?? to;
    return from === to ? [] : [[from, to] as const];
  });
}

function layWay(movement: Movement, from: Keyframe, to: Keyframe): readonly Float64Array[] {
  const start = poseToArray(from.pose);
  const end = poseToArray(to.pose);
  if (from.id === to.id) return [start];
  const kept = to.contacts.filter(
    ({ ball, on, slides }) =>
      slides !== true && from.contacts.some((each) => each.ball === ball && each.on === on),
  );
  const gliding = to.contacts.filter(
    ({ ball, on, slides }) =>
      slides === true && from.contacts.some((each) => each.ball === ball && each.on === on),
  );
  return Array.from({ length: samplesPerWay + 1 }, (_, sample) => {
    const share = sample / samplesPerWay;
    const values = start.map((value, index) => value + ((end[index] ?? 0) - value) * share);
    if (sample === 0 || sample === samplesPerWay) return values;
    const planted = kept.map(({ ball }): Planted => {
      const first = ballPlace(start, ball);
      const last = ballPlace(end, ball);
      return {
        ball,
        at: [mix(first[0], last[0], share), mix(first[1], last[1], share), mix(first[2], last[2], share)],
      };
    });
    settle(values, { props: movement.props, contacts: gliding, planted });
    return values;
  });
}

function mix(first: number, last: number, share: number): number {
  return first + (last - first) * share;
}
