import { join } from 'node:path';
import { parseAnswers } from '@psoas/core/answers';
import { createEvent, foldDiary } from '@psoas/core/diary';
import {
  clientKeys,
  clientSentence,
  judgedSentence,
  judgeProposal,
  refusals,
  sharedPartsOf,
  sharePartIds,
  type JudgedChange,
  type ProposedChange,
  type SharingTelling,
} from '@psoas/core/sharing';
import { fillTemplate, type LocalDate } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import { questions } from '@psoas/knowledge/questions';
import { catalogue } from '@psoas/knowledge/rules';
import rulesText from '@psoas/knowledge/text/rules';
import words from '@psoas/knowledge/text/sharing';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { liveDiary, type DayScript } from '../people/short-diary.ts';

const golden = (name: string): string => join(import.meta.dirname, 'golden', name);

const { complete } = parseAnswers(parse(readFileSync(join(import.meta.dirname, '../../packages/core/people/desk-worker.yaml'), 'utf8')));
if (complete === undefined) throw new Error('no answers');

const goodDay: DayScript = {
  trains: true,
  sore: { at: 0, pain: 1, felt: 'deep-front-hip', side: 'both' },
  repsInReserve: 2,
  lastSetMissing: false,
  answersAfterDays: 1,
  answer: { comparedWithBefore: 'same', painNow: 1 },
  happens: 'nothing',
};
// Three quiet weeks; then the stretch of one day hurts; Anna proposed more before, and it was accepted.
const script = Array.from({ length: 26 }, (_, number): DayScript => (number === 23 ? { ...goodDay, sore: { ...goodDay.sore, pain: 5 } } : goodDay));
const accepted = [{ number: 8, changes: [{ kind: 'amount', exercise: 'standing-march', sets: 3 }] as const, afterTraining: false, takenBackAfterDays: 0 }];
const { events, end } = liveDiary({ answers: { ...complete, safety: { ...complete.safety, yes: ['RF46'] } }, days: script, accepted });
const angle = (day: string, value: number): unknown => createEvent('measurement', { test: 'thomas', side: 'left', method: 'tape', measuredBy: 'me', trials: [value], value, pelvisHeld: true }, { id: `angle-${day}`, atMillis: Date.parse(day), day: day as LocalDate });
const state = foldDiary([...events, angle('2026-03-03', 9), angle('2026-03-26', 6)]);
const context = { catalogue, today: end };

const exerciseName = (id: string): string => exercises.find((exercise) => exercise.id === id)?.name ?? id;
const ruleWords: ReadonlyMap<string, string> = new Map(Object.entries(rulesText.rules));
const telling: SharingTelling = { words, exerciseName, reason: (id) => ruleWords.get(id) ?? questions.find((question) => question.id === id)?.label };

function told(judged: JudgedChange): string {
  const { asked, verdict, why } = judgedSentence(judged, telling);
  return [asked, `  ${verdict}`, ...why.map((line) => `  ${line}`)].join('\n');
}

describe('what a person reads of sharing', () => {
  it('[SH-01] a share shows golden/share.yaml', async () => {
    const parts = sharedPartsOf(state, { ...context, firstWeekday: 1, choice: { parts: sharePartIds, callMe: 'Kim', untilDay: '2026-06-30' as LocalDate, share: '0123456789abcdef0123456789abcdef' } });
    await expect(stringify(parts, { lineWidth: 120, collectionStyle: 'any' })).toMatchFileSnapshot(golden('share.yaml'));
  });

  it('[SH-08] a proposal is judged as golden/proposal.txt', async () => {
    const changes: readonly ProposedChange[] = [
      { kind: 'amount', exercise: 'standing-march', reps: 12 },
      { kind: 'amount', exercise: 'standing-march', reps: 10 },
      { kind: 'amount', exercise: 'low-lunge', holdSeconds: 60 },
      { kind: 'amount', exercise: 'low-lunge', holdSeconds: 30 },
      { kind: 'amount', exercise: 'seated-leg-raise', sets: 5, reps: 40 },
      { kind: 'swap', exercise: 'seated-leg-raise', by: 'dead-bug' },
      { kind: 'swap', exercise: 'seated-leg-raise', by: 'hanging-leg-raise' },
      { kind: 'swap', exercise: 'standing-march', by: 'bridge-march' },
      { kind: 'swap', exercise: 'standing-march', by: 'kettlebell-march' },
      { kind: 'swap', exercise: 'standing-march', by: 'low-lunge' },
      { kind: 'side', exercise: 'low-lunge', side: 'left' },
      { kind: 'amount', exercise: 'standing-march', side: 'left', reps: 8 },
      { kind: 'amount', exercise: 'dead-bug', reps: 8 },
      { kind: 'amount', exercise: 'squat', reps: 8 },
    ];
    const text = changes.map((change) => judgeProposal({ changes: [change] }, state, context).changes.map(told).join('\n')).join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot(golden('proposal.txt'));
  });

  it('[SH-08] [SH-16] every refusal and every standing of a client has its sentence', async () => {
    const refused = refusals.map((because) => `${because}: ${told({ change: { kind: 'side', exercise: 'bridge', side: 'left' }, verdict: 'refused', because, by: [] })}`);
    const values = { pain: 5, days: 9, day: '2026-03-20' as LocalDate };
    const clients = clientKeys.map((key) => `${key}: ${clientSentence({ status: 'fine', key, values, unknown: [] }, words, (day) => day)}`);
    expect([...refused, ...clients].filter((line) => /[{}]/.test(line) || !line.endsWith('.'))).toEqual([]);
    expect(fillTemplate(words.fromTo, { from: 8, to: 10, unit: words.units.reps })).toBe('Now 8 repetitions, then 10.');
    await expect(`${[...refused, ...clients].join('\n')}\n`).toMatchFileSnapshot(golden('sentences.txt'));
  });
});
