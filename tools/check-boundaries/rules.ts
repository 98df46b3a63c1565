/** The rules about what may import and use what. `docs/spec/boundaries.md` explains them. */
export type RuleId = keyof typeof remedyByRule;

/** What to do instead, by rule. */
export const remedyByRule = {
  'B-00': 'Repair the syntax: no rule can be checked in this file.',
  'B-01': 'Import only from a lower floor. Move what both need downwards, or pass it in as an argument.',
  'B-02': 'Move what is shared into a package. Nothing imports an app.',
  'B-03': "Use a path that the package's package.json lists under exports, or add it there on purpose.",
  'B-04': 'Import the other package by its name (@psoas/...), not by a path that leaves this one.',
  'B-05': 'A pure package has no dependency. Do this in an app, and pass the result or a function in.',
  'B-06': 'Node modules belong in apps/cli, apps/relay and tests. Pass in what they would give.',
  'B-07':
    'Take the clock, the random source, the locale or the device as an argument (see the ports in packages/kernel).',
  'B-08': 'Break the cycle: move what both sides need into a file of its own, or import only the type.',
  'B-09': "List the dependency in this package's own package.json.",
  'B-10': 'Write the whole file name with its ending, such as ./hip.ts.',
  'B-11': 'Write the path of a dynamic import as a plain string, so that it can be checked and bundled.',
} as const;

/** One place that breaks a rule. */
export interface Finding {
  readonly rule: RuleId;
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** Shows a finding as `path:line rule message` with the remedy below. */
export function formatFinding(finding: Finding): string {
  return `${finding.path}:${finding.line} ${finding.rule} ${finding.message}\n    ${remedyByRule[finding.rule]}`;
}
