import { clockText, fillTemplate } from '@psoas/kernel';
import {
  quietHoursText,
  timeOfDay,
  viewBreaks,
  type BreakEffect,
  type BreakOffer,
  type BreakSettings,
  type BreakState,
} from '@psoas/core/breaks';
import labels from '@psoas/knowledge/text/breaks';
import text from '@psoas/knowledge/text/cli';
import { exerciseName } from '../exercise-name.ts';

/** What stands above everything: how often, when not. */
export function settingsLine({ everyMinutes, quiet }: BreakSettings): string {
  return fillTemplate(text.breaks.title, {
    minutes: everyMinutes,
    quiet: quiet.length === 0 ? text.breaks.noQuiet : quietHoursText(quiet),
    days: text.breaks.days,
  });
}

/** What a break holds, in one sentence. */
export function offerText(offer: BreakOffer): string {
  switch (offer.kind) {
    case 'stretch':
      return fillTemplate(text.breaks.stretch, {
        exercise: exerciseName(offer.item.exercise),
        seconds: offer.item.holdSeconds ?? 0,
      });
    case 'move':
      return labels.move;
    case 'none':
      return labels.nothing;
  }
}

/** The line that tells how long yet. */
export function breakLiveLine(state: BreakState): string {
  const { status, quietBecause, leftMillis } = viewBreaks(state);
  const words = text.breaks.live;
  if (status === 'quiet') return words[quietBecause ?? 'quiet-hours'];
  return fillTemplate(words[status], { time: clockText((leftMillis ?? 0) / 1000) });
}

/** What an effect says; a reminder with what the break holds. */
export function effectLine(effect: BreakEffect, { last }: BreakState, offer?: BreakOffer): string {
  const time = timeOfDay(last.minuteOfDay);
  switch (effect.kind) {
    case 'remind':
      return fillTemplate(text.breaks.remind, { time, what: offer === undefined ? '' : offerText(offer) });
    case 'withdraw':
      return fillTemplate(text.breaks.withdrawn, { time });
    case 'rested':
      return fillTemplate(text.breaks.rested, { time });
    case 'meeting-over':
      return fillTemplate(text.breaks.meetingOver, { time });
  }
}
