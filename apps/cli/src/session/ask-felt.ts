import type { SetForm } from '@psoas/core/diary';
import { stopSigns, type Answer, type PlayerAction, type StopDecision } from '@psoas/core/session';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import labels from '@psoas/knowledge/text/player';
import { exerciseOf } from '../exercise-name.ts';
import { askOptionalNumber } from '../ask/ask-number.ts';
import { askWithWayBack } from '../ask/ask-with-way-back.ts';
import type { Prompter } from '../ask/prompter.ts';

const noAnswer = 'no-answer';

/** After an exercise: where it was felt, how much it hurt, and for strength how many more would have gone. */
export function askFelt(prompter: Prompter, exerciseId: string): Promise<Answer> {
  return askWithWayBack(prompter, (asked) => askPlaceAndPain(asked, exerciseId));
}

async function askPlaceAndPain(prompter: Prompter, exerciseId: string): Promise<Answer> {
  const exercise = exerciseOf(exerciseId);
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
  const form = exercise?.class === 'strengthen' ? await askForm(prompter) : undefined;
  return {
    ...(place !== undefined && { felt: place.where, verdict: place.verdict }),
    ...(pain !== undefined && { pain }),
    ...(repsInReserve !== undefined && { repsInReserve }),
    ...(form !== undefined && { form }),
  };
}

// [D-03] Nobody has to say it: without an answer the place where it was felt speaks.
async function askForm(prompter: Prompter): Promise<SetForm | undefined> {
  const answer = await prompter.one<SetForm | typeof noAnswer>(labels.ask.form, [
    { value: 'kept', label: labels.ask.formKept },
    { value: 'lost', label: labels.ask.formLost },
    { value: noAnswer, label: labels.ask.skip },
  ]);
  return answer === noAnswer ? undefined : answer;
}

/** Something feels wrong: which sign, the most urgent first, or none of them; Escape means none too. */
export async function askSign(prompter: Prompter): Promise<PlayerAction> {
  const choices = [
    ...Object.entries(text.session.signs).map(([value, label]) => ({ value, label })),
    { value: noAnswer, label: text.session.noSign },
  ];
  const chosen = await askWithWayBack(
    prompter,
    (asked) => asked.one<string>(labels.wrong.title, choices),
    () => noAnswer,
  );
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
  const kind = await askWithWayBack(prompter, (asked) =>
    asked.one<'resume' | 'end'>(labels.stopActions.understood, [
      { value: 'resume', label: text.session.goOn },
      { value: 'end', label: text.session.endIt },
    ]),
  );
  return { kind };
}

/** Whether the session is to end here; Escape stays. */
export async function askEnd(prompter: Prompter): Promise<PlayerAction> {
  const kind = await askWithWayBack<'resume' | 'end'>(
    prompter,
    (asked) =>
      asked.one(text.session.end, [
        { value: 'resume', label: text.session.stay },
        { value: 'end', label: text.session.endIt },
      ]),
    () => 'resume',
  );
  return { kind };
}
