import { describe, expect, it } from 'vitest';
import {
  ballPlace,
  coordinateCount,
  createTrack,
  keyframeOf,
  poseToArray,
  sunkBalls,
  waysOf,
  type Movement,
} from '@psoas/body';
import { checks } from '@psoas/knowledge/checks';
import { exercises } from '@psoas/knowledge/exercises';
import { movements } from '@psoas/knowledge/movements';
import { postureFaults } from './settle-movement.ts';

/** What bears between two keyframes may move this far, and sink this deep, on the way. */
const onTheWayMetres = 0.01;
const samples = 40;

function faultsOnTheWay(movement: Movement, from: string, to: string): readonly string[] {
  const track = createTrack(movement);
  const values = new Float64Array(coordinateCount);
  const start = poseToArray(keyframeOf(movement, from).pose);
  const before = keyframeOf(movement, from).contacts;
  const bearing = keyframeOf(movement, to).contacts.filter(
    ({ ball, on, slides }) =>
      slides !== true && before.some((each) => each.ball === ball && each.on === on && each.slides !== true),
  );
  return Array.from({ length: samples - 1 }, (_, index) => (index + 1) / samples).flatMap((share) => {
    track.valuesBetween(from, to, share, values);
    const slid = bearing.flatMap(({ ball }) => {
      const [x, y, z] = ballPlace(start, ball);
      const [nowX, nowY, nowZ] = ballPlace(values, ball);
      const metres = Math.hypot(nowX - x, nowY - y, nowZ - z);
      return metres > onTheWayMetres ? [`${ball} slides ${(100 * metres).toFixed(1)} cm at ${share}`] : [];
    });
    const sunk = sunkBalls(values, movement.props, onTheWayMetres).map(
      ({ ball, into, depthMetres }) =>
        `${ball} sinks ${(100 * depthMetres).toFixed(1)} cm into ${into} at ${share}`,
    );
    return [...slid, ...sunk];
  });
}

describe('movements', () => {
  it('exist for every exercise and every self-test', () => {
    const ids = new Set(movements.map(({ id }) => id));
    expect([...exercises, ...checks].map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
  });

  for (const movement of movements) {
    it(`${movement.id}: joints within range, contacts that touch, nothing that sinks in`, () => {
      expect(postureFaults(movement)).toEqual([]);
    });

    it(`${movement.id}: what bears stays where it is on every way`, () => {
      expect(
        waysOf(movement).flatMap(([from, to]) =>
          faultsOnTheWay(movement, from, to)
            .slice(0, 3)
            .map((what) => `${from} -> ${to}: ${what}`),
        ),
      ).toEqual([]);
    });

    it(`${movement.id}: a repetition ends where it began, and every name in it exists`, () => {
      const working = movement.entry.at(-1)?.to ?? movement.keyframes[0]?.id;
      if (movement.repetition.length > 0) expect(movement.repetition.at(-1)?.to).toBe(working);
      for (const id of [
        movement.shows,
        ...movement.entry.map(({ to }) => to),
        ...movement.repetition.map(({ to }) => to),
        ...movement.faults.map(({ of }) => of),
      ]) {
        expect(movement.keyframes.map((keyframe) => keyframe.id)).toContain(id);
      }
    });
  }

  it('point faults to cues, and variants to variants, that exist', () => {
    const lost = movements.flatMap((movement) => {
      const exercise = exercises.find(({ id }) => id === movement.id);
      const item = exercise ?? checks.find(({ id }) => id === movement.id);
      if (item === undefined) return [];
      const cues = item.instructions.filter(({ kind }) => kind === 'cue').length;
      return [
        ...movement.faults.filter(({ cue }) => cue >= cues).map(({ id }) => `${movement.id} ${id}`),
        ...movement.variants
          .filter(({ id }) => exercise?.variants.some((variant) => variant.id === id) !== true)
          .map(({ id }) => `${movement.id} ${id}`),
      ];
    });
    expect(lost).toEqual([]);
  });

  it('move by repetitions where the dose counts them, and are held where it counts seconds', () => {
    const wrong = exercises.flatMap(({ id, doses }) => {
      const movement = movements.find((each) => each.id === id);
      const counts = Object.values(doses).some((dose) => dose?.tempo !== undefined);
      return movement === undefined || movement.repetition.length > 0 === counts ? [] : [id];
    });
    expect(wrong).toEqual([]);
  });
});
