import { sampleAnswers, sampleEvent, type SampleEvent } from './sample-diary.ts';

const lunge = { exercise: 'kneeling-hip-flexor-lunge', class: 'stretch', side: 'both', sets: 2, holdSeconds: 45, restSeconds: 10, because: ['P-02'] };
const march = { exercise: 'standing-march', class: 'strengthen', side: 'both', sets: 2, reps: 10, tempo: { upSeconds: 2, pauseSeconds: 1, downSeconds: 2 }, restSeconds: 30, because: ['P-02'] };

/** Pain of each session in turn: an amber week, then a quiet time. */
const painInTurn = [3, 3, 4, 2, 3, 5, 3, 2, 2, 2, 1, 2, 3, 1, 2, 1, 1, 2, 1, 0];

/**
 * Ten weeks of a person who began on 12 September: three checks, four sessions a week with a week of holiday, breaks
 * at the desk, the thigh over the edge measured four times, lifts counted twice, notes.
 */
export function tenWeeks(weeks = 10): readonly SampleEvent[] {
  const start = weeks * 7;
  const check = { ...sampleEvent('check-completed', { answers: sampleAnswers }, start), id: 'check-first' };
  const trained = Array.from({ length: weeks }, (_, week) => week).filter((week) => week !== 5);
  return [
    check,
    { ...sampleEvent('programme-started', { check: check.id }, start), id: 'started', atMillis: check.atMillis + 1 },
    ...trained.flatMap((week) => [0, 2, 4, 6].slice(0, week === 3 ? 2 : 4).flatMap((day, place) => sessionOf(start - week * 7 - day, { week, place }))),
    ...trained.flatMap((week) => [1, 3].map((day) => ({ ...sampleEvent('break-taken', { occasion: 'desk', exercise: 'standing-hip-flexor-stretch', left: 30, right: week % 3 === 0 ? 20 : 30, pain: 0 }, start - week * 7 - day), id: `break-${week}-${day}` }))),
    ...[0, 28, 56, 68].filter((day) => day < start).flatMap((day, index) => measuredOn(start - day, index)),
    ...[0, 56].filter((day) => day < start).map((day, index) => ({ ...sampleEvent('check-completed', { answers: laterAnswers(index) }, start - day - 1), id: `check-${index}` })),
    { ...sampleEvent('note', { text: 'Long week at the desk. Right side felt stiffer in the morning.' }, 20), id: 'note-1' },
    { ...sampleEvent('note', { text: 'First run without thinking about the hip.' }, 3), id: 'note-2' },
  ];
}

function sessionOf(daysAgo: number, { week, place }: { readonly week: number; readonly place: number }): readonly SampleEvent[] {
  const run = `run-${daysAgo}`;
  const reps = 8 + Math.min(4, Math.floor(week / 2)) * 2;
  const pain = painInTurn[(week * 4 + place) % painInTurn.length] ?? 0;
  const items = [lunge, { ...march, reps }];
  const stamp = (kind: string, data: object, id: string, after = 0): SampleEvent => {
    const event = sampleEvent(kind, { run, ...data }, daysAgo);
    return { ...event, id: `${run}-${id}`, atMillis: event.atMillis + after * 60_000 };
  };
  const sets = [1, 2].flatMap((set) =>
    ['left', 'right'].flatMap((side) => [
      stamp('set-logged', { item: 0, exercise: lunge.exercise, side, set, seconds: 45, pain, felt: 'deep-front-hip' }, `hold-${side}-${set}`, set),
      stamp('set-logged', { item: 1, exercise: march.exercise, side, set, seconds: reps * 5, reps, pain: Math.max(0, pain - 1), repsInReserve: 3, felt: 'deep-front-hip' }, `march-${side}-${set}`, 3 + set),
    ]),
  );
  return [
    stamp('session-started', { session: 'day-1-home', items, options: { firstSide: 'left', order: 'alternate' } }, 'start'),
    ...sets,
    stamp('session-finished', { outcome: 'completed' }, 'end', 9),
    stamp('next-day-answer', { comparedWithBefore: pain > 3 ? 'worse' : place === 2 ? 'better' : 'same', painNow: Math.max(0, pain - 1) }, 'next', 24 * 60),
  ];
}

function measuredOn(daysAgo: number, index: number): readonly SampleEvent[] {
  const thomas = (side: string, value: number): SampleEvent => ({
    ...sampleEvent('measurement', { test: 'thomas', side, method: index === 3 ? 'phone' : 'tape', measuredBy: 'me', trials: [value - 1, value, value + 1], value, pelvisHeld: true }, daysAgo),
    id: `thomas-${side}-${index}`,
  });
  const raises = (side: string, value: number): SampleEvent => ({
    ...sampleEvent('measurement', { test: 'seated-raises', side, method: 'counted', measuredBy: 'me', trials: [value], value }, daysAgo),
    id: `raises-${side}-${index}`,
  });
  const both = [thomas('left', [12, 9, 3, 1][index] ?? 0), thomas('right', [7, 8, 5, 4][index] ?? 0)];
  return index % 2 === 0 ? [...both, raises('left', [18, 0, 26][index] ?? 20), raises('right', [24, 0, 27][index] ?? 20)] : both;
}

function laterAnswers(index: number): unknown {
  const felt = (when: string) => ({ felt: 'deep-front-hip', when });
  return index === 0 ? sampleAnswers : { ...sampleAnswers, tests: { ...sampleAnswers.tests, halfKneeling: { left: felt('early'), right: felt('end-range') } } };
}
