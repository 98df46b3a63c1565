import type { JSX } from 'preact';
import type { LocalDate } from '@psoas/kernel';
import type { SessionsPart } from '@psoas/core/sharing';
import { ChangesSection } from './changes-section.tsx';
import { PainPart } from './pain-part.tsx';
import { WorkSection } from './work-section.tsx';

/** How sessions felt, what each side did, and what came of it. */
export function SessionsParts({ sessions, today }: { readonly sessions: SessionsPart; readonly today: LocalDate }): JSX.Element {
  return (
    <>
      <PainPart sessions={sessions} today={today} />
      <WorkSection sessions={sessions} />
      <ChangesSection sessions={sessions} />
    </>
  );
}
