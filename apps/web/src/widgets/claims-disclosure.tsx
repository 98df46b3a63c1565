import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Claim } from '@psoas/knowledge/types';
import { fillTemplate } from '@psoas/kernel';
import { ClaimCard } from './claim-card.tsx';

type ClaimsDisclosureProps = {
  readonly ids: readonly string[];
  /** With a place for the count. */
  readonly label: string;
};

/** What the articles say about something, and what we say; fetched when it is opened. */
export function ClaimsDisclosure({ ids, label }: ClaimsDisclosureProps): JSX.Element | null {
  const [claims, setClaims] = useState<readonly Claim[]>();
  if (ids.length === 0) return null;
  const load = (isOpen: boolean): void => {
    if (isOpen && claims === undefined)
      void import('@psoas/knowledge/claims').then((module) =>
        setClaims(module.claims.filter(({ id }) => ids.includes(id))),
      );
  };
  return (
    <details class="more no-print" onToggle={({ currentTarget }) => load(currentTarget.open)}>
      <summary>{fillTemplate(label, { count: ids.length })}</summary>
      <div class="more-body">
        {claims?.map((claim) => (
          <ClaimCard key={claim.id} claim={claim} />
        ))}
      </div>
    </details>
  );
}
