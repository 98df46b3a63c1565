/** Thrown when the person leaves a question with Ctrl-C; only the run of the whole command catches it. */
export class StoppedByPerson extends Error {}
