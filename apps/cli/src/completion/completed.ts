/** A word that is offered, and what it is. */
export type Choice = { readonly value: string; readonly text?: string };

/** What a shell offers at a place of the command line. Nothing at all where a secret or a text of one's own is meant. */
export type Completed =
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  /** The same, several with commas between. */
  | { readonly kind: 'list'; readonly choices: readonly Choice[] }
  | { readonly kind: 'file' }
  | { readonly kind: 'text' };

/** The same where the first word behind the command decides. */
export type CompletedByFirst = { readonly kind: 'by-first'; readonly byFirst: Readonly<Record<string, Completed>> };

/** What is offered for the words behind a command. */
export type CompletedArgument = { readonly first: Completed; readonly second?: Completed | CompletedByFirst };

export const file: Completed = { kind: 'file' };
export const ownText: Completed = { kind: 'text' };

/** One of a closed list. */
export function choiceOf(values: readonly string[]): Completed {
  return { kind: 'choice', choices: values.map((value) => ({ value })) };
}

/** Several of a closed list, with commas between. */
export function listOf(values: readonly string[]): Completed {
  return { kind: 'list', choices: values.map((value) => ({ value })) };
}
