import type { Assessment } from '@psoas/core/assessment';
import type { TriageReason } from '@psoas/core/safety';
import { modifiers, questions } from '@psoas/knowledge/questions';
import checkText from '@psoas/knowledge/text/check';
import rulesText from '@psoas/knowledge/text/rules';
import { explainProblem, type ExplainedProblem } from './problem-text.ts';

/** What `psoas check --json` prints. */
export type CheckReport = {
  readonly triage: {
    readonly level: Assessment['triage']['level'];
    readonly reasons: readonly ReportedReason[];
    readonly actions: readonly string[];
  };
  readonly findings: Assessment['findings'];
  readonly problems: readonly ExplainedProblem[];
  readonly programme: Assessment['programme'];
};

export type ReportedReason = {
  readonly id: string;
  readonly urgency: TriageReason['level'];
  readonly text: string;
};

/** An assessment with its words beside it. */
export function createCheckReport({ triage, findings, problems, programme }: Assessment): CheckReport {
  const reasons = triage.reasons.map((reason): ReportedReason => ({
    id: reason.id,
    urgency: reason.level,
    text: reasonText(reason),
  }));
  const actions = triage.reasons.flatMap((reason) => actionOf(reason) ?? []);
  return {
    triage: { level: triage.level, reasons, actions: [...new Set(actions)] },
    findings,
    problems: problems.map(explainProblem),
    programme,
  };
}

function reasonText({ id, lifted }: TriageReason): string {
  const question = questions.find((candidate) => candidate.id === id);
  const agreed = lifted ? ` ${rulesText.rules['S-05']}` : '';
  if (question !== undefined) return `${question.label}. ${question.whyAsked}${agreed}`;
  const modifier = modifiers.find((candidate) => candidate.id === id);
  return modifier === undefined ? rulesText.rules['S-PAIN'] : `${modifier.label}. ${modifier.effect}`;
}

function actionOf({ id, level }: TriageReason): string | undefined {
  if (id === 'S-PAIN') return checkText.clinician.painAction;
  return questions.find((question) => question.id === id)?.actions[level];
}
