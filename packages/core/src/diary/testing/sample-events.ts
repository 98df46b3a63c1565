import { parseLocalDate, type LocalDate } from '@psoas/kernel';
import type { EventKind } from '../event.ts';

/** A calendar day for tests; throws on a typing error. */
export function day(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw new Error(`not a day: ${text}`);
  return parsed.value;
}

/** An entry as a diary file holds it. `at` is minutes after the start of 2026-03-02. */
export function entry(
  kind: EventKind,
  data: unknown,
  { id, at = 0, on = '2026-03-02' }: { readonly id: string; readonly at?: number; readonly on?: string },
): { readonly [key: string]: unknown } {
  return { id, kind, version: 1, atMillis: 1_772_409_600_000 + at * 60_000, day: on, data };
}

/** Answers of a person who is tight and weak on both sides and has no flag. */
export const healthyAnswers = {
  about: {
    ageYears: 41,
    sittingHoursPerDay: 9,
    sports: [],
    level: 'beginner',
    goals: ['flexibility'],
    daysPerWeek: 5,
    minutesPerDay: 12,
    equipment: ['mat', 'chair', 'wall'],
    canKneel: true,
    canUseFloor: true,
    needsBalanceSupport: false,
  },
  safety: { yes: [], confirmedNoneOther: true, clinicianAgreed: false, details: {} },
  pain: { now: 1, where: [] },
  tests: {
    halfKneeling: {
      left: { felt: 'deep-front-hip', when: 'early' },
      right: { felt: 'deep-front-hip', when: 'early' },
    },
    kneeLift: { left: { result: 'pelvis-tips-back' }, right: { result: 'back-rounds' } },
  },
};

/** The id of a share. */
export const shareId = '0123456789abcdef0123456789abcdef';

/** A proposal as a guest sends it. */
export const sampleProposal = {
  id: 'proposal-1',
  kind: 'proposal',
  version: 1,
  atMillis: 1_772_409_600_000,
  day: '2026-03-02',
  data: {
    from: 'Anna',
    text: 'You are ready for more.',
    changes: [
      { kind: 'amount', exercise: 'dead-bug', reps: 10 },
      { kind: 'swap', exercise: 'kneeling-hip-flexor-lunge', by: 'low-lunge' },
      { kind: 'side', exercise: 'low-lunge', side: 'left' },
    ],
  },
};

/** Data of every version of every kind that there ever was. A new version without its sample here fails a test. */
export const samples: { readonly [kind in EventKind]: readonly { readonly [field: string]: unknown }[] } = {
  'check-completed': [{ answers: healthyAnswers }],
  'clinician-agreed': [{ flags: ['RF21'], date: '2026-03-01' }],
  'programme-started': [{ check: 'check-1' }],
  'safety-answered': [{ newSigns: [], painNow: 1 }],
  'session-started': [
    {
      run: 'run-1',
      session: 'day-1-home',
      items: [
        {
          exercise: 'kneeling-hip-flexor-lunge',
          class: 'stretch',
          side: 'both',
          sets: 2,
          holdSeconds: 45,
          restSeconds: 10,
          because: ['P-02'],
        },
        {
          exercise: 'dead-bug',
          class: 'strengthen',
          side: 'both',
          sets: 2,
          reps: 8,
          tempo: { upSeconds: 2, pauseSeconds: 1, downSeconds: 2 },
          restSeconds: 45,
          because: ['P-02'],
        },
      ],
      options: { firstSide: 'left', order: 'alternate' },
    },
  ],
  'set-logged': [
    {
      run: 'run-1',
      item: 0,
      exercise: 'kneeling-hip-flexor-lunge',
      side: 'left',
      set: 1,
      seconds: 45,
      pain: 1,
      felt: 'deep-front-hip',
    },
  ],
  'session-finished': [{ run: 'run-1', outcome: 'completed' }],
  'next-day-answer': [{ run: 'run-1', comparedWithBefore: 'same', painNow: 1 }],
  'preference-changed': [{ key: 'minutesPerDay', value: 10 }],
  'break-taken': [
    { occasion: 'desk', exercise: 'standing-hip-flexor-stretch', left: 30, right: 30, pain: 1 },
  ],
  'activity-done': [{ activity: 'run', seconds: 2520, metres: 8040 }],
  'retest-put-off': [{ until: '2026-04-06' }],
  'test-repeated': [{ check: 'check-1', side: 'left', felt: 'deep-front-hip', when: 'early' }],
  'share-made': [{ share: shareId, label: 'Anna, physiotherapist', parts: ['programme', 'sessions'], callMe: 'Kim', untilMillis: 1_775_000_000_000 }],
  'share-ended': [{ share: shareId }],
  'proposal-imported': [sampleProposal.data],
  'proposal-answered': [{ share: shareId, proposal: sampleProposal, answer: 'accepted' }],
  'proposal-taken-back': [{ share: shareId, proposal: sampleProposal.id }],
  'client-added': [{ client: 'client-1', label: 'Kim', link: 'https://app.example/share#AAAA', guestSecret: 'A'.repeat(43) }],
  'client-changed': [{ client: 'client-1', label: 'Kim B.', archived: true }],
  'client-removed': [{ client: 'client-1' }],
  measurement: [
    {
      test: 'thomas',
      side: 'left',
      method: 'tape',
      measuredBy: 'me',
      trials: [4, 6, 5],
      value: 5,
      pelvisHeld: true,
    },
  ],
  note: [{ text: 'Slept badly.' }],
  correction: [{ of: 'check-1', data: { answers: healthyAnswers } }],
};
