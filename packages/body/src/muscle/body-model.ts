import { modelStatureMetres } from '../model/joints.ts';
import { muscleLines, type MuscleLine } from './muscle-table.ts';

/** What a body is like apart from its posture. Never changes. */
export type BodyModel = {
  readonly statureMetres: number;
  /** Stature against the one that the data files are for: every length of the body is multiplied by it. */
  readonly scale: number;
  /** All muscle lines in the order of every table of muscles, in the data files' own lengths. */
  readonly lines: readonly MuscleLine[];
  /** The muscles, right then left, each with the places of its lines in `lines`. */
  readonly muscles: readonly Muscle[];
};

/** A muscle: one or more lines. */
export type Muscle = {
  readonly name: string;
  readonly lines: readonly number[];
  /** Weights of its lines by strength; they add up to 1. */
  readonly weights: readonly number[];
};

/** How a body differs from the data files' one. */
export type BodyModelOptions = {
  readonly statureMetres?: number;
  /** Adds a psoas minor on both sides, which about half of all people have. */
  readonly psoasMinor?: boolean;
};

/**
 * Makes a body of a stature (default: that of the data files, 1.75 m). Assumes that all lengths grow in the same
 * measure: bones, lever arms and muscles of short and tall people have the same proportions. Proportions of real
 * people differ by some per cent, and strength is not scaled at all. Changes in per cent do not depend on stature.
 */
export function createBodyModel({
  statureMetres = modelStatureMetres,
  psoasMinor = false,
}: BodyModelOptions = {}): BodyModel {
  const lines = muscleLines({ psoasMinor });
  const names = [...new Set(lines.map(({ muscle }) => muscle))];
  return {
    statureMetres,
    scale: statureMetres / modelStatureMetres,
    lines,
    muscles: names.map((name) => muscleOf(name, lines)),
  };
}

function muscleOf(name: string, lines: readonly MuscleLine[]): Muscle {
  const members = [...lines.entries()].filter(([, { muscle }]) => muscle === name);
  const total = members.reduce((sum, [, { maxForceNewtons }]) => sum + maxForceNewtons, 0);
  return {
    name,
    lines: members.map(([index]) => index),
    weights: members.map(([, { maxForceNewtons }]) => maxForceNewtons / total),
  };
}
