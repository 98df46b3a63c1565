import { createFieldReader } from '@psoas/kernel';
import { breakOccasions, type BreakTaken } from '../event.ts';
import { withUnknownFields, type EventDefinition } from '../event-definition.ts';

const keys = ['occasion', 'exercise', 'left', 'right', 'pain', 'because'];
const held = { min: 0, max: 3600, unit: 'seconds' };

/** A break from sitting, or a stretch after an activity, with what was really held. */
export const breakTaken: EventDefinition<BreakTaken> = {
  version: 1,
  migrations: [],
  read: (data, problems) => {
    const reader = createFieldReader(data, 'data', problems);
    const occasion = reader?.choice('occasion', breakOccasions);
    const exercise = reader?.text('exercise', 'optional');
    const left = reader?.number('left', held);
    const right = reader?.number('right', held);
    const pain = reader?.number('pain', { min: 0, max: 10 }, 'optional');
    const because = reader?.text('because', 'optional');
    if (occasion === undefined || left === undefined || right === undefined) return undefined;
    return withUnknownFields(data, keys, {
      occasion,
      left,
      right,
      ...(exercise !== undefined && { exercise }),
      ...(pain !== undefined && { pain }),
      ...(because !== undefined && { because }),
    });
  },
};
