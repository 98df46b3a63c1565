import { sides, type PerSide } from '@psoas/kernel';
import type { Conduct } from '../safety/index.ts';
import type { PlanningContext } from './planning-context.ts';
import type { PlannedSession, ProgrammeNote } from './programme.ts';

/** [P-07] Below this many seconds a side and week a stretch programme is below the studied dose (source S32). */
export const studiedStretchSeconds = 300;
/** [P-07] Fewer strength sessions than this are below the usual advice (source S41, second-hand). */
const usualStrengthSessions = 2;

type NoteFacts = { readonly context: PlanningContext; readonly sessions: readonly PlannedSession[]; readonly weeklyStretchSeconds: PerSide<number>; readonly conduct: Conduct };

/** What is to be said about the whole programme. */
export function notesOf({ context, sessions, weeklyStretchSeconds, conduct }: NoteFacts): readonly ProgrammeNote[] {
  const { needs } = context;
  const stretchSeconds = Math.max(...sides.map((side) => weeklyStretchSeconds[side]));
  const strengthSessions = sessions.filter(({ items }) => items.some((item) => item.class === 'strengthen')).length;
  const tooLittleStretch = needs.stretch === 'full' && stretchSeconds < studiedStretchSeconds;
  const tooLittleStrength = needs.strength === 'full' && strengthSessions < usualStrengthSessions;
  const note = (when: boolean, id: string, values: ProgrammeNote['values'] = {}): readonly ProgrammeNote[] => (when ? [{ id, values }] : []);
  return [
    ...conduct.noSessionToday.flatMap((id) => note(true, id)),
    ...note(tooLittleStretch || tooLittleStrength, 'P-07', { stretchSeconds, studiedStretchSeconds, strengthSessions }),
    ...note(needs.stretch === 'full' && stretchSeconds === 0, 'P-12'),
    ...note(context.lowestRungs && conduct.lowestRungs, 'S-05'),
    ...note(needs.someCannotTell, 'D-06'),
    ...note(conduct.noAutomaticProgression, 'RF43'),
    ...note(conduct.noTargets, 'RF44'),
  ];
}
