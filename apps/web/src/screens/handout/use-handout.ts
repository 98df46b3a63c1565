import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Movement } from '@psoas/body';
import { planHandout, type Handout, type HandoutProblem } from '@psoas/exchange/paper';
import type { Result } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import { movementLoaders } from '@psoas/knowledge/movement-loaders';
import { catalogue } from '@psoas/knowledge/rules';
import type { Settings } from '../../adapters/settings.ts';
import type { Standing } from '../../app/use-standing.ts';

/** The programme for paper, with the movements that its pictures need; undefined until they are there. */
export function useHandout({ state, day, assessment }: Standing, order: Settings['order']): Result<Handout, HandoutProblem> | undefined {
  const [movements, setMovements] = useState<readonly Movement[]>();
  const programme = assessment?.programme;
  useEffect(() => {
    let isCurrent = true;
    const ids = new Set([...(programme?.sessions.flatMap(({ items }) => items.map(({ exercise }) => exercise)) ?? []), ...(programme?.breaks ? [programme.breaks.exercise] : [])]);
    void Promise.all([...ids].flatMap((id) => movementLoaders[id]?.() ?? [])).then((modules) => {
      if (isCurrent) setMovements(modules.map(({ movement }) => movement));
    });
    return () => {
      isCurrent = false;
    };
  }, [programme]);
  return useMemo(() => movements && planHandout({ state, catalogue, today: day, order, exercises, movements }), [state, day, order, movements]);
}
