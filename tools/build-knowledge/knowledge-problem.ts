/** Something in the knowledge that a person has to mend: which file, which field, what to do. */
export type KnowledgeProblem = { readonly file: string; readonly field: string; readonly remedy: string };

/** One line for the terminal. */
export function problemLine({ file, field, remedy }: KnowledgeProblem): string {
  return `${file}: ${field === '' ? 'whole file' : field}: ${remedy}`;
}
