import { addDays, daysBetween, type LocalDate } from '@psoas/kernel';
import type { SharedView } from '../feed/fold-share.ts';
import type { SessionsPart } from '../part/shared-part.ts';

/** [SH-16] Where a client stands, the most pressing first. */
export const clientStatuses = ['stopped', 'hurts', 'quiet', 'due', 'fine', 'unknown', 'ended'] as const;
export type ClientStatus = (typeof clientStatuses)[number];

/** [SH-17] What could not be judged, because it was not shared. */
export type UnknownAbout = 'pain' | 'sessions';

/** [SH-16] One line of a professional's list, from what was shared alone. */
export type ClientStanding = {
  readonly status: ClientStatus;
  /** Which sentence says it. */
  readonly key: ClientKey;
  readonly values: { readonly pain?: number; readonly days?: number; readonly day?: LocalDate };
  readonly unknown: readonly UnknownAbout[];
};

/** [SH-16] What can be said of a client, the most pressing first. */
export const clientKeys = ['stopped', 'pain', 'worseDayAfter', 'painGrew', 'noSession', 'noNews', 'checkDue', 'sessionDue', 'fine', 'fineAsShared', 'nothingShared', 'ended'] as const;
export type ClientKey = (typeof clientKeys)[number];

/** [SH-16] Pain is news for two weeks: the time over which it is averaged elsewhere (D-05, PR-04). */
const recentPainDays = 14;
/** [SH-16] From here on pain holds a plan back (D-04). */
const painThatHolds = 4;
/** [SH-18] Three planned sessions without one done: one or two happen to everybody. */
const missedSessions = 3;
/** [SH-18] A week without a session happens; after two weeks somebody should ask, however seldom sessions are planned. */
const quietAtLeastDays = 7;
const quietAtMostDays = 14;

/** [SH-16] [SH-17] Where a client stands on a day. */
export function clientStanding(view: SharedView, today: LocalDate): ClientStanding {
  const { standing, sessions } = view;
  if (standing === undefined) return { status: 'unknown', key: 'nothingShared', values: {}, unknown: ['pain', 'sessions'] };
  const unknown: readonly UnknownAbout[] = sessions === undefined ? ['pain', 'sessions'] : [];
  const say = (status: ClientStatus, key: ClientKey, values: ClientStanding['values'] = {}): ClientStanding => ({ status, key, values, unknown });
  if (standing.untilDay !== undefined && standing.untilDay < today) return say('ended', 'ended', { day: standing.untilDay });
  if (standing.today === 'stopped') return say('stopped', 'stopped', { day: standing.day });
  const hurts = sessions && hurting(sessions, today);
  if (hurts !== undefined) return say('hurts', hurts.key, hurts.values);
  const quietAfter = sessions === undefined ? quietAtMostDays : quietAfterDays(sessions);
  const silentDays = daysBetween(standing.day, today);
  if (silentDays >= quietAfter) return say('quiet', 'noNews', { days: silentDays });
  const idle = sessions?.lastDay ?? sessions?.adherence?.from;
  const idleDays = idle === undefined ? 0 : daysBetween(idle, today);
  if (idleDays >= quietAfter) return say('quiet', 'noSession', { days: idleDays });
  if (standing.retestDue || standing.today === 'no-check') return say('due', 'checkDue');
  if (standing.today === 'sessions' && standing.day === today && sessions !== undefined && sessions.lastDay !== today) return say('due', 'sessionDue');
  return sessions === undefined ? say('fine', 'fineAsShared') : say('fine', 'fine');
}

function hurting({ pain }: SessionsPart, today: LocalDate): Pick<ClientStanding, 'key' | 'values'> | undefined {
  const since = addDays(today, -recentPainDays);
  const recent = pain.points.filter(({ day }) => day > since);
  const worst = recent.toSorted((first, second) => second.highest - first.highest)[0];
  if (worst !== undefined && worst.highest >= painThatHolds) return { key: 'pain', values: { pain: worst.highest, day: worst.day } };
  const worse = recent.findLast(({ nextDay }) => nextDay?.comparedWithBefore === 'worse');
  if (worse !== undefined) return { key: 'worseDayAfter', values: { day: worse.day, ...(worse.nextDay && { pain: worse.nextDay.painNow }) } };
  return pain.change.kind === 'worse' && recent.length > 0 ? { key: 'painGrew', values: { pain: pain.change.to } } : undefined;
}

/** [SH-18] Days without a session from which a client is quiet: the time of three planned sessions, within 7 and 14 days. */
export function quietAfterDays({ adherence }: Pick<SessionsPart, 'adherence'>): number {
  if (adherence === undefined || adherence.plannedDays === 0) return quietAtMostDays;
  const days = daysBetween(adherence.from, adherence.to) + 1;
  return Math.min(quietAtMostDays, Math.max(quietAtLeastDays, Math.ceil((missedSessions * days) / adherence.plannedDays)));
}
