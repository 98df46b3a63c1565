/** Thrown when the person leaves a question with Ctrl-C; only the run of the whole command catches it. */
export class StoppedByPerson extends Error {}

/** Thrown when the person goes back from a question with Escape; `askWithWayBack` catches it. */
export class StepBack extends Error {}
