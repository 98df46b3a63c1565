import type { JSX } from 'preact';

/** The words with their numbers. */
export function WordList({ words }: { readonly words: readonly string[] }): JSX.Element {
  return (
    <ol class="word-list" translate={false}>
      {words.map((word, index) => (
        // A word can come twice.
        <li key={`${index} ${word}`}>{word}</li>
      ))}
    </ol>
  );
}
