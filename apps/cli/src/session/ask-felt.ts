import { stopSigns, type Answer, type PlayerAction, type StopDecision } from '@psoas/core/session';
import { fillTemplate } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import text from '@psoas/knowledge/text/cli';
import labels from '@psoas/knowledge/text/player';
import { askOptionalNumber } from '../ask/ask-number.ts';
import type { Prompter } from '../ask/prompter.ts';

const noAnswer = 'no-answer';

/** After an exercise: where it was felt, how much it hurt, and for strength how many more would have gone. */
export async function askFelt(prompter: Prompter, exerciseId: string): Promise<Answer> {
  const exercise = exercises.find(({ id }) => id === exerciseId);
  const places = exercise?.feel.answers ?? [];
  const chosen = await prompter.one<string>(labels.ask.felt, [
    ...places.map(({ where }) => ({ value: where, label: labels.feltPlaces[where] })),
    { value: noAnswer, label: labels.ask.skip },
  ]);
  const place = places.find(({ where }) => where === chosen);
  if (place?.fix !== undefined) prompter.say(`${place.text} ${place.fix}`);
  const pain = await askOptionalNumber(prompter, `${labels.ask.pain}: ${text.session.painSkip}`, {
    min: 0,
    max: 10,
  });
  const repsInReserve =
    exercise?.class === 'strengthen'
      ? await askOptionalNumber(prompter, labels.ask.reserve, { min: 0, max: 20 })
      : undefined;
  return {
    ...(place !== undefined && { felt: place.where, verdict: place.verdict }),
    ...(pain !== undefined && { pain }),
    ...(repsInReserve !== undefined && { repsInReserve }),
  };
}

/** Something feels wrong: which sign, or none of them. */
export async function askSign(prompter: Prompter): Promise<PlayerAction> {
  const signs: { readonly [sign: string]: string } = text.session.signs;
  const chosen = await prompter.one<string>(labels.wrong.title, [
    ...stopSigns.flatMap((sign) => (signs[sign] === undefined ? [] : [{ value: sign, label: signs[sign] }])),
    { value: noAnswer, label: text.session.noSign },
  ]);
  const sign = stopSigns.find((each) => each === chosen);
  return sign === undefined ? { kind: 'resume' } : { kind: 'report-sign', sign };
}

/** What a stop rule says, in words. */
export function stopLines({ key, values }: StopDecision): readonly string[] {
  const { title, body } = labels.stop[key];
  return [title, fillTemplate(body, values)];
}

/** After a stop that does not end the session: go on with the rest, or end. */
export async function askGoOn(prompter: Prompter): Promise<PlayerAction> {
  const answer = await prompter.one(labels.stopActions.understood, [
    { value: 'resume', label: text.session.goOn },
    { value: 'end', label: text.session.endIt },
  ]);
  return { kind: answer };
}

/** Whether the session is to end here. */
export async function askEnd(prompter: Prompter): Promise<PlayerAction> {
  const answer = await prompter.one(text.session.end, [
    { value: 'stay', label: text.session.stay },
    { value: 'end', label: text.session.endIt },
  ]);
  return { kind: answer === 'end' ? 'end' : 'resume' };
}
