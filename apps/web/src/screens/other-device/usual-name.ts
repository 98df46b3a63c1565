import text from '@psoas/knowledge/text/sync';

/** A name to begin with: a finger speaks of a phone. */
export function usualName(): string {
  return window.matchMedia('(pointer: coarse)').matches ? text.begin.phone : text.begin.computer;
}
