import { sides, type LocalDate, type PerSide, type Side } from '@psoas/kernel';
import { parseAnswers, type Answers } from '../../answers/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import { screen } from '../../safety/index.ts';
import { findSides, type SideFinding } from '../../selfcheck/index.ts';
import type { CompletedCheck, DiaryState, RepeatedTest } from '../diary-state.ts';
import { keptReading, type KeptReading } from './kept-reading.ts';

/** A check as it counts: what is within the error, or not repeated yet, is as it was before (D-06). */
export type ReadCheck = {
  readonly id: string;
  readonly day: LocalDate;
  readonly answers: Answers;
  readonly findings: PerSide<SideFinding>;
  /** Readings of an earlier check that still count, by side. */
  readonly kept: { readonly [side in Side]?: KeptReading };
};

/** [D-06] Every check that can be read, oldest first, each compared with the one that counted before it. */
export function readChecks(
  { checks, repeats }: Pick<DiaryState, 'checks' | 'repeats'>,
  catalogue: Catalogue,
): readonly ReadCheck[] {
  return checks.reduce<readonly ReadCheck[]>((read, check) => {
    const later = readCheck(check, catalogue);
    if (later === undefined) return read;
    const earlier = read.at(-1);
    return [...read, earlier === undefined ? later : settled(earlier, later, { repeats, catalogue })];
  }, []);
}

function readCheck({ id, day, answers }: CompletedCheck, catalogue: Catalogue): ReadCheck | undefined {
  const { complete } = parseAnswers(answers);
  return complete === undefined ? undefined : { id, day, answers: complete, findings: findingsOf(complete, day, catalogue), kept: {} };
}

function findingsOf(answers: Answers, day: LocalDate, catalogue: Catalogue): PerSide<SideFinding> {
  return findSides(answers, screen(parseAnswers(answers), day), catalogue);
}

type Surroundings = { readonly repeats: readonly RepeatedTest[]; readonly catalogue: Catalogue };

function settled(earlier: ReadCheck, later: ReadCheck, { repeats, catalogue }: Surroundings): ReadCheck {
  const kept: { [side in Side]?: KeptReading } = {};
  // [F-06] Pain always counts: a test that is done once more does not take it back.
  const repeatOf = (side: Side): RepeatedTest | undefined => {
    const done = repeats.filter((test) => test.check === later.id && test.side === side && test.day > later.day);
    return done.find(({ felt }) => felt === 'pain') ?? done.at(-1);
  };
  for (const side of sides) {
    const repeat = repeatOf(side);
    const reading = keptReading(side, { earlier, later, ...(repeat && { repeat }) });
    if (reading !== undefined) kept[side] = reading;
  }
  const settledAnswers = sides.reduce((now, side) => (kept[side] === undefined ? now : withTestsOf(earlier.answers, now, side)), later.answers);
  const answers = sides.filter((side) => repeatOf(side)?.felt === 'pain').reduce(withPainOn, settledAnswers);
  return answers === later.answers ? later : { ...later, answers, findings: findingsOf(answers, later.day, catalogue), kept };
}

// [F-06] Pain in the repeat is pain: it counts from then on, whatever else the repeat was for.
function withPainOn({ tests, ...rest }: Answers, side: Side): Answers {
  return { ...rest, tests: { ...tests, halfKneeling: { ...tests.halfKneeling, [side]: { felt: 'pain' } } } };
}

// One side's tests of tightness as they were before; everything else, and any pain, as it is now.
function withTestsOf(earlier: Answers, later: Answers, side: Side): Answers {
  const { thomas, ...tests } = later.tests;
  const { [side]: _now, ...other } = thomas ?? {};
  const before = earlier.tests.thomas?.[side];
  const hurts = later.tests.halfKneeling[side].felt === 'pain';
  const both = { ...other, ...(before && { [side]: before }) };
  return {
    ...later,
    tests: {
      ...tests,
      halfKneeling: { ...tests.halfKneeling, ...(!hurts && { [side]: earlier.tests.halfKneeling[side] }) },
      ...(Object.keys(both).length > 0 && { thomas: both }),
    },
  };
}
