import { useEffect, useState } from 'preact/hooks';
import type { Movement } from '@psoas/body';
import { movementLoaders } from '@psoas/knowledge/movement-loaders';

/** A movement, and the muscles that light up in it by their names in the knowledge. */
export type LitMovement = { readonly movement: Movement; readonly lights: readonly string[] };

const movementById = new Map<string, LitMovement>();

/** What is shown where there is no movement of that name. */
const fallback = 'standing';

/** The movement of an exercise or self-test; undefined until it is there. */
export function useMovement(id: string): LitMovement | undefined {
  const [, redraw] = useState(0);
  const known = movementById.get(id);
  useEffect(() => {
    if (known !== undefined) return;
    let isCurrent = true;
    void loadMovement(id).then(() => isCurrent && redraw((count) => count + 1));
    return () => {
      isCurrent = false;
    };
  }, [id, known]);
  return known;
}

async function loadMovement(id: string): Promise<void> {
  const load = movementLoaders[id] ?? movementLoaders[fallback];
  if (load === undefined) return;
  const { movement, lights } = await load();
  movementById.set(id, { movement, lights });
}
