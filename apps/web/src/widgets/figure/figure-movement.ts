import { useEffect, useState } from 'preact/hooks';
import { movementLoaders } from '@psoas/knowledge/movement-loaders';
import type { MovementModule } from '@psoas/knowledge/types';

const movementById = new Map<string, MovementModule>();

/** What is shown where there is no movement of that name. */
const fallback = 'standing';

/** The movement of an exercise or self-test; undefined until it is there. */
export function useMovement(id: string): MovementModule | undefined {
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
  movementById.set(id, await load());
}
