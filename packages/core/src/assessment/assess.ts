import { perSide } from '@psoas/kernel';
import { parseAnswers } from '../answers/index.ts';
import { createProgramme } from '../programme/index.ts';
import { forbidsTraining, isUrgent, screen } from '../safety/index.ts';
import { exclusionsOfFindings, findSides, offeredTests, testFacts } from '../selfcheck/index.ts';
import type { Assessment, AssessmentContext } from './assessment.ts';

/** Answers in, everything out: screening, findings, programme. The browser, the command line and the tests call this. */
export function assess(input: unknown, context: AssessmentContext): Assessment {
  const { catalogue, today } = context;
  const parsed = parseAnswers(input);
  const triage = screen(parsed, today);
  const urgent = isUrgent(triage.level);
  const answers = parsed.complete;
  const nothing = { triage, findings: null, programme: null, problems: parsed.problems, refused: !urgent, offeredTests: perSide(() => []) };
  if (urgent || answers === undefined) return nothing;
  const findings = findSides(answers, triage, catalogue);
  const exclusions = [...triage.exclusions, ...exclusionsOfFindings(findings)];
  // [S-06] Before a clinician agreed nobody is asked to try a test.
  if (forbidsTraining(triage.level)) return { ...nothing, findings, problems: [], refused: false };
  const programme = createProgramme({ about: answers.about, findings, exclusions, conduct: triage.conduct, catalogue, openedExercises: context.openedExercises ?? new Set(), wishes: context.wishes ?? {}, ...(context.settings && { settings: context.settings }) });
  return { triage, findings, programme, problems: [], refused: false, offeredTests: offeredTests(catalogue, testFacts(answers, triage)) };
}
