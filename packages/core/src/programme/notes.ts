import { sides, type PerSide } from '@psoas/kernel';
import type { Conduct } from '../safety/index.ts';
import type { PlanningContext } from './planning-context.ts';
import type { PlannedSession, ProgrammeNote } from './programme.ts';

/** [P-07] Below this many seconds a side and week a stretch programme is below the studied dose (source S32). */
export const studiedStretchSeconds = 300;
/** [P-07] Fewer strength sessions than this are below the usual advice (source S41, second-hand). */
const usualStrengthSessions = 2;
/** [P-07] The two-minute version. */
const shortVersionMinutes = 2;

type NoteFacts = { readonly context: PlanningContext; readonly sessions: readonly PlannedSession[]; readonly weeklyStretchSeconds: PerSide<number>; readonly conduct: Conduct };

/** What is to be said about the whole programme. */
export function notesOf({ context, sessions, weeklyStretchSeconds, conduct }: NoteFacts): readonly ProgrammeNote[] {
  const { needs, about } = context;
  const tight = needs.tightSides.map((side) => weeklyStretchSeconds[side]);
  const stretchSeconds = Math.min(...(tight.length > 0 ? tight : sides.map((side) => weeklyStretchSeconds[side])));
  const strengthSessions = sessions.filter(isStrengthSession).length;
  const tooLittleStretch = tight.some((seconds) => seconds > 0 && seconds < studiedStretchSeconds);
  const tooLittleStrength = strengthSessions < (needs.strength === 'full' ? usualStrengthSessions : 1);
  const isShort = about.minutesPerDay <= shortVersionMinutes;
  const note = (when: boolean, id: string, values: ProgrammeNote['values'] = {}): readonly ProgrammeNote[] => (when ? [{ id, values }] : []);
  return [
    ...conduct.noSessionToday.flatMap((id) => note(true, id)),
    ...note(sessions.length > 0 && (tooLittleStretch || tooLittleStrength || isShort), 'P-07', { stretchSeconds, studiedStretchSeconds, strengthSessions }),
    ...note(tight.includes(0), 'P-12'),
    ...note(conduct.lowestRungs, 'S-05'),
    ...note(needs.someCannotTell, 'D-06'),
    ...note(conduct.noImpact, 'RF13'),
    ...note(conduct.noAutomaticProgression, 'RF43'),
    ...note(conduct.noTargets, 'RF44'),
  ];
}

// The marches before a run wake the muscle up; they are too few to count as strength work.
function isStrengthSession({ kind, items }: PlannedSession): boolean {
  return kind !== 'before-run' && items.some((item) => item.class === 'strengthen');
}
