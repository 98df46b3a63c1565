import { feltMoments, halfKneelingPlaces } from '@psoas/core/answers';
import { equipmentKinds } from '@psoas/core/catalogue';
import { recordedActivities } from '@psoas/core/diary';
import { flagIds } from '@psoas/core/safety';
import { sharePartIds } from '@psoas/core/sharing';
import { paperSizes } from '@psoas/exchange/paper';
import { sides, sidesOrBoth } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import { movements } from '@psoas/knowledge/movements';
import { degreeMethods, exerciseClasses, onOff, seeds, verdicts } from '../choices.ts';
import type { ValuedOption } from '../option-forms.ts';
import { choiceOf, file, listOf, ownText, type Completed, type CompletedByFirst } from './completed.ts';

const exerciseIds: Completed = { kind: 'choice', choices: exercises.map(({ id, name }) => ({ value: id, text: name })) };

/** What a shell offers as the value of each option that takes one. */
export const optionValues: { readonly [option in ValuedOption]: Completed | CompletedByFirst } = {
  answers: file,
  diary: file,
  firstSide: choiceOf(sides),
  travelling: choiceOf(onOff),
  twoMinutes: choiceOf(onOff),
  every: ownText,
  quiet: ownText,
  at: ownText,
  as: choiceOf(recordedActivities),
  class: choiceOf(exerciseClasses),
  equipment: listOf(['none', ...equipmentKinds]),
  side: choiceOf(sides),
  felt: choiceOf(halfKneelingPlaces),
  when: choiceOf(feltMoments),
  verdict: choiceOf(verdicts),
  seed: choiceOf(seeds),
  file,
  measuredSide: choiceOf(sides),
  heightCm: ownText,
  lengthCm: ownText,
  degrees: ownText,
  method: choiceOf(degreeMethods),
  by: ownText,
  reps: ownText,
  seconds: ownText,
  pain: ownText,
  relay: ownText,
  relayOfLink: ownText,
  app: ownText,
  with: ownText,
  parts: listOf(sharePartIds),
  days: ownText,
  callMe: ownText,
  passphraseFile: file,
  label: ownText,
  from: ownText,
  text: ownText,
  exerciseOption: exerciseIds,
  sets: ownText,
  repsOption: ownText,
  secondsOption: ownText,
  swapFor: exerciseIds,
  only: choiceOf(sidesOrBoth),
  flags: listOf(flagIds),
  on: ownText,
  paper: choiceOf(paperSizes),
  out: file,
  browser: file,
  keyframe: { kind: 'by-first', byFirst: posturesByExercise() },
};

function posturesByExercise(): Readonly<Record<string, Completed>> {
  const ids = new Set<string>(exercises.map(({ id }) => id));
  return Object.fromEntries(
    movements
      .filter(({ id }) => ids.has(id))
      .map(({ id, keyframes, variants }) => {
        const postures = [...keyframes, ...variants.map(({ keyframe }) => keyframe)];
        return [id, choiceOf(postures.map((posture) => posture.id))];
      }),
  );
}
