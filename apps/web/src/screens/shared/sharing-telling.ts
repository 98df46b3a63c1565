import type { SharingTelling } from '@psoas/core/sharing';
import words from '@psoas/knowledge/text/sharing';
import { exerciseName } from '../../widgets/exercise-name.ts';
import { reasonLabel, reasonText } from '../../widgets/reason-text.ts';

/** How proposed changes and what comes of them are told. */
export const sharingTelling: SharingTelling = {
  words,
  exerciseName,
  reason: (id) => reasonText(id) ?? (reasonLabel(id) === id ? undefined : reasonLabel(id)),
};
