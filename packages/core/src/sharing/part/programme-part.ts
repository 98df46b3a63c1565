import { programmeInputOf, type DiaryContext, type DiaryState, type SteppedAssessment } from '../../diary/index.ts';
import { allowedSidesOf, alternativesFor, type PlanItem, type Programme, type ProgrammeInput } from '../../programme/index.ts';
import type { ProgrammePart, SharedItem, SharedProgramme } from './shared-part.ts';

type ProgrammeFacts = { readonly assessment: SteppedAssessment; readonly context: DiaryContext; readonly isStopped: boolean };

/** [SH-01] The week without reasons: flags, findings and pain would speak through them. */
export function programmePart(state: DiaryState, { assessment, context, isStopped }: ProgrammeFacts): ProgrammePart {
  const input = programmeInputOf(state, assessment, context);
  const { programme } = assessment;
  const isShown = programme !== null && input !== undefined && !isStopped;
  return {
    part: 'programme',
    day: context.today,
    programme: isShown ? { ...sharedProgramme(programme, input), ...(state.programmeStartedOn && { startedOn: state.programmeStartedOn }) } : null,
  };
}

function sharedProgramme({ sessions, weeklyStretchSeconds, belowDose, breaks, locked, leftOut }: Programme, input: ProgrammeInput): SharedProgramme {
  const ids = [...new Set(sessions.flatMap(({ items }) => items.map(({ exercise }) => exercise)))];
  return {
    sessions: sessions.map(({ id, kind, day, minutes, items }) => ({ id, kind, day, minutes, items: items.map(sharedItem) })),
    exercises: ids.map((exercise) => ({ exercise, sides: allowedSidesOf(exercise, input), alternatives: alternativesFor(exercise, input) })),
    weeklyStretchSeconds,
    belowDose,
    breaks: breaks && { exercise: breaks.exercise, holdSeconds: breaks.holdSeconds, timesPerWeek: breaks.timesPerWeek },
    locked,
    leftOut: leftOut.map(({ exercise, by }) => ({ exercise, by: [...new Set(by.map(withoutFlag))] })),
  };
}

// [S-06] Things and space may be told (P-..); which flag or finding it was belongs to the findings.
function withoutFlag(id: string): string {
  return id.startsWith('P-') ? id : 'S-06';
}

function sharedItem({ exercise, side, sets, reps, holdSeconds, variant, loadKilograms }: PlanItem): SharedItem {
  return {
    exercise,
    side,
    sets,
    ...(reps !== undefined && { reps }),
    ...(holdSeconds !== undefined && { holdSeconds }),
    ...(variant !== undefined && { variant }),
    ...(loadKilograms !== undefined && { loadKilograms }),
  };
}
