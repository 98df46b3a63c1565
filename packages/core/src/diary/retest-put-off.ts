import { addDays, type LocalDate } from '@psoas/kernel';
import type { DiaryState } from './diary-state.ts';

/** [D-06] For how many days the check can be put off at a time. Own choice. */
const putOffDays = 7;

/** [D-06] The day until which the check is put off, when it is: never longer than a week at a time, whatever a file says. */
export function retestPutOffOn(
  { retestPutOffUntil }: Pick<DiaryState, 'retestPutOffUntil'>,
  today: LocalDate,
): LocalDate | undefined {
  return retestPutOffUntil
    .map(({ on, until }) => ({ on, until: earlier(until, putOffUntil(on)) }))
    .filter(({ on, until }) => on <= today && today < until)
    .map(({ until }) => until)
    .toSorted()
    .at(-1);
}

/** [D-06] Until when the check is put off by who asks for it today. */
export function putOffUntil(today: LocalDate): LocalDate {
  return addDays(today, putOffDays);
}

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}
