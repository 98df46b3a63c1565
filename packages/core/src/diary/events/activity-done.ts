import { createFieldReader } from '@psoas/kernel';
import { recordedActivities, type ActivityDone } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

const keys = ['activity', 'seconds', 'metres'];

/** The longest activity and the farthest, in seconds and metres: two days, and what nobody rides in them. */
export const activityLimits = { seconds: 172_800, metres: 2_000_000 } as const;

/** A run or ride that a watch or phone recorded. */
export const activityDone: EventDefinition<ActivityDone> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const activity = reader?.choice('activity', recordedActivities);
    const seconds = reader?.number('seconds', { min: 0, max: activityLimits.seconds, unit: 'seconds' });
    const metres = reader?.number('metres', { min: 0, max: activityLimits.metres, unit: 'metres' }, 'optional');
    if (activity === undefined || seconds === undefined) return undefined;
    return withUnknownFields(data, keys, { activity, seconds, ...(metres !== undefined && { metres }) });
  },
};
