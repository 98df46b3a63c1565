import { useEffect, useState } from 'preact/hooks';
import type { MechanicsFinding } from '@psoas/knowledge/types';

type FindingsByClaim = ReadonlyMap<string, readonly MechanicsFinding[]>;

let loaded: FindingsByClaim | undefined;
let loading: Promise<FindingsByClaim> | undefined;

/** What the body model says to a claim; nothing until the findings are here, which are fetched once for all cards. */
export function useMechanics(claim: string): readonly MechanicsFinding[] {
  const [byClaim, setByClaim] = useState(loaded);
  useEffect(() => {
    let isShown = true;
    if (byClaim === undefined) {
      loading ??= load();
      void loading.then((found) => isShown && setByClaim(found));
    }
    return () => {
      isShown = false;
    };
  }, [byClaim]);
  return byClaim?.get(claim) ?? [];
}

async function load(): Promise<FindingsByClaim> {
  const { mechanics } = await import('@psoas/knowledge/mechanics');
  const byClaim = new Map<string, MechanicsFinding[]>();
  for (const finding of mechanics) {
    for (const claim of finding.claims) byClaim.set(claim, [...(byClaim.get(claim) ?? []), finding]);
  }
  loaded = byClaim;
  return byClaim;
}
