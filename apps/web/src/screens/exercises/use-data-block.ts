import { useEffect } from 'preact/hooks';
import type { Exercise } from '@psoas/knowledge/types';

/** Keeps an exercise's data for machines in the page while it is shown. */
export function useDataBlock(exercise: Exercise): void {
  useEffect(() => {
    let block: HTMLScriptElement | undefined;
    let isShown = true;
    void Promise.all([import('./exercise-data.ts'), import('../../adapters/data-block.ts')]).then(
      ([{ exerciseData }, { createDataBlock }]) => {
        if (!isShown) return;
        block = createDataBlock(exerciseData(exercise, window.location.origin));
        document.head.append(block);
      },
    );
    return () => {
      isShown = false;
      block?.remove();
    };
  }, [exercise]);
}
