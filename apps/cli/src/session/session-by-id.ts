import { fillTemplate } from '@psoas/kernel';
import type { PlannedSession, Programme } from '@psoas/core/programme';
import text from '@psoas/knowledge/text/cli';

/** The session of that id. */
export function sessionById({ sessions }: Programme, id: string): PlannedSession | undefined {
  return sessions.find((candidate) => candidate.id === id);
}

/** What to say when there is no such session. */
export function unknownSession({ sessions }: Programme, id: string): string {
  return fillTemplate(text.errors.unknownSession, { id, known: sessions.map((each) => each.id).join(', ') });
}
