import { fillTemplate, type Problem } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';

/** A problem with its sentence: which field, what is wrong, what would be right. */
export type ExplainedProblem = Problem & { readonly message: string };

// Fifty-four ids in a row help nobody; `psoas questions` lists them.
const allFlags = /RF01 \|.*\| RF54/;

export function explainProblem(problem: Problem): ExplainedProblem {
  const { field, kind, allowed, found } = problem;
  if (field === '' && found === 'null') return { ...problem, message: text.problems.emptyFile };
  const template =
    kind === 'not-allowed' && found === undefined ? text.problems['not-allowed-bare'] : text.problems[kind];
  return {
    ...problem,
    message: fillTemplate(template, {
      field: field === '' ? text.problems.wholeFile : field,
      allowed: allowed.replace(allFlags, 'RF01 … RF54'),
      found: found ?? '',
    }),
  };
}
