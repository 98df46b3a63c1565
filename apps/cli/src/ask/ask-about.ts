import { isRecord } from '@psoas/kernel';
import { goals, sports } from '@psoas/core/answers';
import { equipmentKinds, experienceLevels } from '@psoas/core/catalogue';
import { modifiers } from '@psoas/knowledge/questions';
import text from '@psoas/knowledge/text/cli';
import labels from '@psoas/knowledge/text/check';
import { askDetails, type AskedDetails } from './ask-details.ts';
import { askNumber } from './ask-number.ts';
import { askSome, choicesFrom } from './ask-some.ts';
import type { Prompter } from './prompter.ts';

const backIsFine = 'fine';

/** The part `about` of the answers, and whether kneeling hurts. */
export type AskedAbout = {
  readonly about: { readonly [field: string]: unknown };
  readonly kneelingHurts: boolean;
};

/** Asks about the person, the week and the things at hand. */
export async function askAbout(prompter: Prompter): Promise<AskedAbout> {
  prompter.title(text.check.aboutTitle);
  const ageYears = await askNumber(prompter, `${labels.you.age} (${labels.you.ageUnit})`, {
    min: 0,
    max: 120,
  });
  const sittingHoursPerDay = await askNumber(prompter, labels.you.sitting, { min: 0, max: 24 });
  const sportsDone = await askSome(
    prompter,
    labels.you.sports,
    choicesFrom(labels.you.sportNames, sports),
    text.check.none,
  );
  const level = await prompter.one(labels.you.level, choicesFrom(labels.you.levels, experienceLevels));
  const wanted = await askSome(
    prompter,
    labels.week.goals,
    choicesFrom(labels.week.goalNames, goals),
    text.check.none,
  );
  const daysPerWeek = await askNumber(prompter, labels.week.days, { min: 1, max: 7, whole: true });
  const minutesPerDay = await askNumber(prompter, labels.week.minutes, { min: 2, max: 240, whole: true });
  const equipment = await askSome(
    prompter,
    labels.week.equipment,
    choicesFrom(labels.week.equipmentNames, equipmentKinds),
    text.check.none,
  );
  const kneeling = await prompter.one(
    labels.moving.kneeling,
    choicesFrom(labels.moving.kneelingChoices, ['fine', 'hurts', 'cannot']),
  );
  const noFloor = await askModifier(prompter, 'M-NO-FLOOR');
  const needsBalanceSupport = await askModifier(prompter, 'M-BALANCE');
  return {
    about: {
      ageYears,
      sittingHoursPerDay,
      sports: sportsDone,
      level,
      goals: wanted,
      daysPerWeek,
      minutesPerDay,
      equipment,
      canKneel: kneeling !== 'cannot',
      canUseFloor: !noFloor,
      needsBalanceSupport,
    },
    kneelingHurts: kneeling === 'hurts',
  };
}

/** Asks about bendy joints and about the back: circumstances that change the programme. */
export async function askModifiers(prompter: Prompter, known: AskedDetails): Promise<AskedDetails> {
  const hypermobile = modifiers.find(({ id }) => id === 'M-HYPERMOBILE');
  const back = modifiers.find(({ id }) => id === 'M-BACK-EXTENSION');
  const isBendy = await askModifier(prompter, 'M-HYPERMOBILE');
  const withBendy = isBendy
    ? await askDetails(prompter, hypermobile?.asks ?? [], { ...known, hypermobility: {} })
    : known;
  // A back that is fine answers nothing: none of its patterns may change the programme.
  const troubled = (back?.asks ?? []).map((ask) => ({
    ...ask,
    choices: [{ value: backIsFine, label: text.check.backIsFine }, ...(ask.choices ?? [])],
  }));
  const { backPattern, ...others } = await askDetails(prompter, troubled, withBendy);
  return isRecord(backPattern) && backPattern['worseWith'] !== backIsFine
    ? { ...others, backPattern }
    : others;
}

async function askModifier(prompter: Prompter, id: string): Promise<boolean> {
  const question = modifiers.find((modifier) => modifier.id === id)?.question ?? id;
  const answer = await prompter.one(question, [
    { value: 'no', label: text.check.no },
    { value: 'yes', label: text.check.yes },
  ]);
  return answer === 'yes';
}
