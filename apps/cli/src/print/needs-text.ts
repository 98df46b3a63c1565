import text from '@psoas/knowledge/text/cli';
import checkText from '@psoas/knowledge/text/check';
import type { Exercise } from '@psoas/knowledge/types';

/** What an exercise needs, in words. */
export function needsText({ equipment }: Pick<Exercise, 'equipment'>): string {
  if (equipment.needed.length === 0) return text.exercises.nothing;
  return equipment.needed
    .map((alternatives) =>
      alternatives.map((kind) => checkText.week.equipmentNames[kind].toLowerCase()).join(text.exercises.or),
    )
    .join(', ');
}
