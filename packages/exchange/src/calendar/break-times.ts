import type { BreakSettings } from '@psoas/core/breaks';

/** A time of the working day at which a break is due, and on how many of the working days, from the first one on. */
export type BreakTime = { readonly startMinute: number; readonly dayCount: number };

/** [IC-04] The hours at a desk over which breaks are spread. Own choice. */
const deskHours = { from: 9 * 60, to: 17 * 60 } as const;

/** [IC-04] The times of so many breaks a week: never more in all than asked, none in quiet hours. */
export function breakTimes(timesPerWeek: number, { workingDays, quiet }: BreakSettings): readonly BreakTime[] {
  const days = workingDays.length;
  if (days === 0) return [];
  const mostADay = Math.ceil(timesPerWeek / days);
  const apart = (deskHours.to - deskHours.from) / mostADay;
  const minutes = Array.from({ length: mostADay }, (_, index) => Math.round(deskHours.from + (index + 0.5) * apart));
  const moved = minutes.map((minute) => afterQuiet(minute, quiet));
  return moved.flatMap((startMinute, index) => {
    // The last one of a day stands only on as many days as the rest of the week's breaks reach.
    const dayCount = Math.min(days, timesPerWeek - index * days);
    return startMinute === undefined || moved.indexOf(startMinute) < index ? [] : [{ startMinute, dayCount }];
  });
}

// Quiet hours may follow one another; after as many moves as there are of them no more can come.
function afterQuiet(minute: number, quiet: BreakSettings['quiet']): number | undefined {
  let moved = minute;
  for (let moves = 0; moves <= quiet.length; moves += 1) {
    const hours = quiet.find((span) => isWithin(moved, span));
    if (hours === undefined) return moved;
    // Over midnight there is no time left on this day.
    if (hours.fromMinute > hours.toMinute && moved >= hours.fromMinute) return undefined;
    moved = hours.toMinute;
  }
  return undefined;
}

function isWithin(minute: number, { fromMinute, toMinute }: BreakSettings['quiet'][number]): boolean {
  return fromMinute < toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute;
}
