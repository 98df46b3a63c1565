/** The closed lists that only the command line has; the others stand in the packages that decide by them. */

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** Switches of today, such as `--travelling on`. */
export const onOff = ['on', 'off'] as const;

export const exerciseClasses = ['stretch', 'strengthen', 'mobilise', 'release'] as const;

export const verdicts = ['agreed', 'corrected', 'disputed', 'not-adopted'] as const;

/** The articles that psoas began with. */
export const seeds = ['seed-000', 'seed-001', 'seed-002', 'seed-003', 'seed-004'] as const;

/** How the degrees of a thigh are read. */
export const degreeMethods = ['phone', 'photo'] as const;

/** What can be said to a proposal. */
export const proposalAnswers = ['accept', 'decline', 'take-back'] as const;

/** What `psoas export` makes of a diary. */
export const exportForms = ['json', 'fhir', 'csv', 'ics', 'fit'] as const;
