import type { JSX } from 'preact';
import { fillTemplate } from '@psoas/kernel';
import { dayWords, minuteWords } from '@psoas/core/progress';
import type { SessionsPart, SharedView } from '@psoas/core/sharing';
import progressText from '@psoas/knowledge/text/progress';
import reportText from '@psoas/knowledge/text/report';
import text from '@psoas/knowledge/text/shared';
import { Lines } from './lines.tsx';
import { PartCard } from './part-card.tsx';

/** How much of the plan was done; whether sessions and pain are shared at all. */
export function DoneSection({ view }: { readonly view: SharedView }): JSX.Element {
  const { sessions } = view;
  return (
    <PartCard part="sessions" view={view} title={sessions === undefined ? text.sections.sessions : text.sections.done}>
      {sessions !== undefined && <Lines lines={doneLines(sessions)} />}
    </PartCard>
  );
}

function doneLines({ adherence, lastDay, done }: SessionsPart): readonly string[] {
  const words = reportText.done;
  const { left, right, sessions, breaks } = done;
  const { months } = progressText;
  return [
    adherence === undefined ? words.daysUnknown : fillTemplate(words.days, { done: adherence.doneDays, planned: adherence.plannedDays, from: dayWords(adherence.from, months) }),
    lastDay === undefined ? text.done.never : fillTemplate(text.done.last, { day: dayWords(lastDay, months) }),
    fillTemplate(words.sessions, { sessions, breaks }),
    fillTemplate(words.stretch, { left: minuteWords(left.stretchSeconds), right: minuteWords(right.stretchSeconds) }),
    fillTemplate(words.strength, { left: left.strengthSets, right: right.strengthSets }),
  ];
}
