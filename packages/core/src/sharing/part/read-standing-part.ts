import { completeFields, presentFields } from '../reading/fields.ts';
import type { StrictReader } from '../reading/strict-reader.ts';
import { sharePartIds } from './share-part-id.ts';
import type { SharedAnswer, StandingPart } from './shared-part.ts';

/** [SH-04] The longest name that a person can be called by in a share. */
export const longestCallMe = 60;
const longestId = 100;
const mostAnswers = 200;

/** [SH-04] Reads the part that is always there. */
export function readStandingPart(reader: StrictReader): StandingPart | undefined {
  const fields = completeFields({
    day: reader.day('day'),
    parts: reader.choices('parts', sharePartIds),
    today: reader.choice('today', ['no-check', 'stopped', 'not-today', 'rest', 'sessions']),
    retestDue: reader.flag('retestDue'),
    answers: reader.list('answers', mostAnswers, readAnswer),
  });
  const others = presentFields({ callMe: reader.line('callMe', longestCallMe, 'optional'), untilDay: reader.day('untilDay', 'optional') });
  return fields && { part: 'standing', ...fields, ...others };
}

function readAnswer(reader: StrictReader): SharedAnswer | undefined {
  return completeFields({
    proposal: reader.line('proposal', longestId),
    day: reader.day('day'),
    answer: reader.choice('answer', ['accepted', 'declined', 'taken-back']),
  });
}
