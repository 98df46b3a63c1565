import { useEffect } from 'preact/hooks';
import type { Exercise } from '@psoas/knowledge/types';

/**
 * Keeps an exercise's data for machines in the page while it is shown. The text goes in as a node: a browser that enforces
 * Trusted Types lets nobody set the text of a script, and nothing of a data block runs.
 */
export function useDataBlock(exercise: Exercise): void {
  useEffect(() => {
    const block = document.createElement('script');
    block.type = 'application/ld+json';
    let isShown = true;
    void import('./exercise-data.ts').then(({ exerciseData }) => {
      if (!isShown) return;
      block.append(document.createTextNode(exerciseData(exercise, window.location.origin)));
      document.head.append(block);
    });
    return () => {
      isShown = false;
      block.remove();
    };
  }, [exercise]);
}
