import type { EventDataByKind } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

/** The answers stay as they were given; `parseAnswers` judges them whenever they are used. */
export const checkCompleted: EventDefinition<EventDataByKind['check-completed']> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    if (data['answers'] !== undefined)
      return withUnknownFields(data, ['answers'], { answers: data['answers'] });
    problems.push({ field: 'data.answers', kind: 'missing', allowed: 'the answers of a check' });
    return undefined;
  },
};
