import { describe, expect, it } from 'vitest';
import { foldDiary } from '../diary/index.ts';
import { day, entry, healthyAnswers } from '../diary/testing/sample-events.ts';
import { smallCatalogue } from '../diary/testing/small-catalogue.ts';
import { clientStanding, createSharedEvent, foldShare, judgeProposal, readSharedPart, sharedPartsOf, sharePartIds } from './index.ts';

const today = day('2026-03-02');
const context = { catalogue: smallCatalogue, today };
const state = foldDiary([
  entry('check-completed', { answers: healthyAnswers }, { id: 'check-1' }),
  entry('programme-started', { check: 'check-1' }, { id: 'started' }),
]);

describe('sharing', () => {
  it('[SH-01] [SH-04] every part that is made can be read again, and shows the same', () => {
    const parts = sharedPartsOf(state, { ...context, firstWeekday: 1, choice: { parts: sharePartIds, callMe: 'Kim' } });
    expect(parts.map(({ part }) => part)).toEqual(['standing', ...sharePartIds]);
    for (const part of parts) expect(readSharedPart(JSON.parse(JSON.stringify(part)))).toEqual({ ok: true, value: part });
    const events = parts.map((part, index) => JSON.parse(JSON.stringify(createSharedEvent(part, { id: `e${index}`, atMillis: index, day: today }))) as unknown);
    const view = foldShare(events);
    expect(view).toMatchObject({ unreadableCount: 0, standing: { callMe: 'Kim', today: 'sessions' } });
    expect(clientStanding(view, today)).toMatchObject({ status: 'due', key: 'sessionDue' });
  });

  it('[SH-08] a proposal is judged change by change', () => {
    const judged = judgeProposal(
      {
        from: 'Anna',
        changes: [
          { kind: 'amount', exercise: 'standing-march', reps: 20 },
          { kind: 'swap', exercise: 'standing-march', by: 'nonsense' },
          { kind: 'side', exercise: 'kneeling-hip-flexor-lunge', side: 'left' },
        ],
      },
      state,
      context,
    );
    expect(judged.changes).toMatchObject([
      { verdict: 'limited', amounts: [{ amount: 'reps', from: 10, asked: 20, to: 12, rule: 'SH-09' }] },
      { verdict: 'refused', because: 'unknown-exercise' },
      { verdict: 'fits' },
    ]);
  });
});
