import { fillTemplate, ownValue } from '@psoas/kernel';
import text from '@psoas/knowledge/text/done';
import player from '@psoas/knowledge/text/player';
import type { ExerciseSummary, SideSummary } from './session-summary.ts';
import { countText } from '../../widgets/count-text.ts';

/** How much one side did, such as "2 sets · 20 repetitions". */
export function amountText({ sets, seconds, reps }: SideSummary): string {
  const amount =
    reps === undefined || reps === 0
      ? fillTemplate(text.seconds, { seconds: Math.round(seconds) })
      : countText(text.reps, reps);
  return `${countText(text.sets, sets)} · ${amount}`;
}

/** What was answered about an exercise, or that nothing was. */
export function answersText({ pain, felt, repsInReserve, form }: ExerciseSummary): string {
  const answers = [
    ...(felt === undefined ? [] : [feltText(felt)]),
    ...(pain === undefined ? [] : [fillTemplate(text.pain, { pain })]),
    ...(repsInReserve === undefined ? [] : [fillTemplate(text.reserve, { count: repsInReserve })]),
    ...(form === undefined ? [] : [form === 'kept' ? text.tidy : text.untidy]),
  ];
  return answers.length === 0 ? text.noAnswer : answers.join(' · ');
}

function feltText(felt: string): string {
  const places: { readonly [place: string]: string } = { ...player.feltPlaces, ...player.feltSigns };
  return ownValue(places, felt) ?? felt;
}
