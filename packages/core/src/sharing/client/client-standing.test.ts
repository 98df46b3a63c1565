import { addDays, type LocalDate } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { day, entry } from '../../diary/testing/sample-events.ts';
import type { SharedView } from '../feed/fold-share.ts';
import type { SessionsPart, SharedPain, StandingPart } from '../part/shared-part.ts';
import { diaryWith, viewOf } from '../testing/sample-share.ts';
import { clientStanding, quietAfterDays, type ClientStanding } from './client-standing.ts';
import { orderClients } from './order-clients.ts';

const today = day('2026-06-01');
const ago = (days: number): LocalDate => addDays(today, -days);
const quietWork = viewOf(diaryWith()).sessions;
if (quietWork === undefined) throw new Error('no sessions');
const adherence = { from: ago(70), to: today, plannedDays: 50, doneDays: 40 };
const standing: StandingPart = { part: 'standing', day: today, parts: ['sessions'], today: 'rest', retestDue: false, answers: [] };
const sessions: SessionsPart = { ...quietWork, adherence, lastDay: ago(1) };
const view = (parts: { readonly standing?: Partial<StandingPart>; readonly sessions?: Partial<SessionsPart> } = {}): SharedView => ({
  standing: { ...standing, ...parts.standing },
  sessions: { ...sessions, ...parts.sessions },
  unreadableCount: 0,
});
const pain = (...points: readonly SharedPain[]): Partial<SessionsPart> => ({ pain: { ...sessions.pain, points } });
const point = (days: number, highest: number): SharedPain => ({ day: ago(days), of: 'session', highest });
const of = (parts: Parameters<typeof view>[0]): ClientStanding => clientStanding(view(parts), today);

describe('clientStanding', () => {
  it('[SH-16] is fine when nothing needs anybody', () => {
    expect(of({})).toEqual({ status: 'fine', key: 'fine', values: {}, unknown: [] });
  });

  it('[SH-16] says ended, stopped, hurts, quiet and due, the first that applies', () => {
    const everything = { sessions: { ...pain(point(1, 6)), lastDay: ago(30) }, standing: { retestDue: true } };
    expect(of({ ...everything, standing: { ...everything.standing, today: 'stopped', untilDay: ago(1) } })).toMatchObject({ status: 'ended', values: { day: ago(1) } });
    expect(of({ ...everything, standing: { ...everything.standing, today: 'stopped', untilDay: today } })).toMatchObject({ status: 'stopped' });
    expect(of(everything)).toMatchObject({ status: 'hurts', key: 'pain', values: { pain: 6, day: ago(1) } });
    expect(of({ ...everything, sessions: { lastDay: ago(30) } })).toMatchObject({ status: 'quiet', key: 'noSession', values: { days: 30 } });
    expect(of({ standing: { retestDue: true } })).toMatchObject({ status: 'due', key: 'checkDue' });
    expect(of({ standing: { today: 'sessions' } })).toMatchObject({ status: 'due', key: 'sessionDue' });
    expect(of({ standing: { today: 'sessions' }, sessions: { lastDay: today } })).toMatchObject({ status: 'fine' });
  });

  it('[SH-16] pain hurts from 4, for two weeks, and so does a worse day after', () => {
    expect(of({ sessions: pain(point(13, 4)) })).toMatchObject({ status: 'hurts', values: { pain: 4 } });
    expect(of({ sessions: pain(point(14, 9), point(1, 3)) })).toMatchObject({ status: 'fine' });
    expect(of({ sessions: pain({ ...point(3, 2), nextDay: { comparedWithBefore: 'worse', painNow: 3 } }) })).toMatchObject({ status: 'hurts', key: 'worseDayAfter', values: { day: ago(3), pain: 3 } });
    const grew = { kind: 'worse', from: 1, to: 3.5, by: 2.5, error: 2, since: ago(60), until: today } as const;
    expect(of({ sessions: { pain: { ...sessions.pain, points: [point(2, 3)], change: grew } } })).toMatchObject({ status: 'hurts', key: 'painGrew', values: { pain: 3.5 } });
  });

  it('[SH-18] quiet is the time of three planned sessions, from 7 to 14 days', () => {
    const planned = (days: number, plannedDays: number): number => quietAfterDays({ adherence: { from: ago(days - 1), to: today, plannedDays, doneDays: 0 } });
    expect([planned(70, 50), planned(70, 30), planned(70, 20), planned(70, 10), quietAfterDays({}), planned(70, 0)]).toEqual([7, 7, 11, 14, 14, 14]);
    expect(of({ sessions: { lastDay: ago(6) } })).toMatchObject({ status: 'fine' });
    expect(of({ sessions: { lastDay: ago(7) } })).toMatchObject({ status: 'quiet', values: { days: 7 } });
  });

  it('[SH-18] no news for as long is quiet too, whatever the last news said', () => {
    expect(of({ standing: { day: ago(8), today: 'sessions' }, sessions: { lastDay: ago(8) } })).toMatchObject({ status: 'quiet', key: 'noNews', values: { days: 8 } });
  });

  it('[SH-18] who has not begun is quiet from the start of the programme', () => {
    const { lastDay: _last, ...never } = sessions;
    expect(clientStanding({ standing, sessions: never, unreadableCount: 0 }, today)).toMatchObject({ status: 'quiet', key: 'noSession', values: { days: 70 } });
  });

  it('[SH-17] what was not shared is unknown, and said to be', () => {
    expect(clientStanding({ standing, unreadableCount: 0 }, today)).toEqual({ status: 'fine', key: 'fineAsShared', values: {}, unknown: ['pain', 'sessions'] });
    expect(clientStanding({ unreadableCount: 3 }, today)).toMatchObject({ status: 'unknown', key: 'nothingShared' });
    const { sessions: _sessions, ...rest } = view({ standing: { today: 'stopped' } });
    expect(clientStanding(rest, today)).toMatchObject({ status: 'stopped', unknown: ['pain', 'sessions'] });
  });

  it('[SH-17] a real diary whose sessions are not shared says nothing of its pain', () => {
    const hurt = diaryWith(entry('break-taken', { occasion: 'desk', left: 30, right: 30, pain: 5 }, { id: 'b', at: 60 }));
    expect(clientStanding(viewOf(hurt), day('2026-03-02'))).toMatchObject({ status: 'hurts' });
    expect(clientStanding(viewOf(hurt, ['programme', 'findings', 'measurements']), day('2026-03-02')).status).not.toBe('hurts');
  });
});

describe('orderClients', () => {
  const client = (label: string, status: ClientStanding['status'], values: ClientStanding['values'] = {}): { readonly label: string; readonly standing: ClientStanding } => ({ label, standing: { status, key: 'fine', values, unknown: [] } });

  it('[SH-16] who is stopped comes first, then pain, then the longest silence, then names', () => {
    const clients = [
      client('Zoe', 'fine'),
      client('Ann', 'fine'),
      client('Old', 'ended'),
      client('Few', 'quiet', { days: 8 }),
      client('Long', 'quiet', { days: 20 }),
      client('Four', 'hurts', { pain: 4 }),
      client('Six', 'hurts', { pain: 6 }),
      client('Due', 'due'),
      client('Blank', 'unknown'),
      client('Stop', 'stopped'),
    ];
    expect(orderClients(clients).map(({ label }) => label)).toEqual(['Stop', 'Six', 'Four', 'Long', 'Few', 'Due', 'Ann', 'Zoe', 'Blank', 'Old']);
  });
});
