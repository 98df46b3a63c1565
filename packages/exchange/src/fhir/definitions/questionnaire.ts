import { goals, sports } from '@psoas/core/answers';
import { equipmentKinds, experienceLevels } from '@psoas/core/catalogue';
import type { FhirKnowledge, FhirWords } from '../fhir-input.ts';
import { aboutPlace, painPlace, type AnswerPlace } from '../link-ids.ts';
import type { Questionnaire, QuestionnaireItem } from '../r4.ts';
import { addressOf, canonicalOf } from '../systems.ts';
import { named } from './named.ts';
import { choiceItem, detailsItem, painSiteLabel, safetyGroups, wordItem } from './safety-items.ts';
import { testItem } from './test-items.ts';

const questionnaireId = 'self-check';

/** The address of the self-check's questionnaire with its version, as responses name it. */
export const questionnaireCanonical = canonicalOf('Questionnaire', questionnaireId);

/** The whole self-check as a form, in the order in which a person is asked. */
export function selfCheckQuestionnaire(knowledge: FhirKnowledge, words: FhirWords): Questionnaire {
  const text = words.fhir.questionnaire;
  return {
    resourceType: 'Questionnaire',
    ...named(addressOf('Questionnaire', questionnaireId), 'SelfCheck', { ...text, publisher: words.fhir.publisher }),
    id: questionnaireId,
    subjectType: ['Patient'],
    item: [
      { linkId: 'about', text: text.about, type: 'group', item: aboutItems(words) },
      {
        linkId: 'safety',
        text: text.safety,
        type: 'group',
        item: [...safetyGroups(knowledge), detailsItem(knowledge, text.details), wordItem(knowledge, text)],
      },
      { linkId: 'pain', text: text.pain, type: 'group', item: painItems(words) },
      { linkId: 'tests', text: text.tests, type: 'group', item: knowledge.checks.map((check) => testItem(check, text, words.fhir.sides)) },
    ],
  };
}

function aboutItems({ check: { you, week }, fhir: { questionnaire: text } }: FhirWords): readonly QuestionnaireItem[] {
  const labels = <Value extends string>(values: readonly Value[], labelByValue: { readonly [value in Value]: string }) =>
    values.map((value) => ({ value, label: labelByValue[value] }));
  const plain = (field: string, words: string, type: QuestionnaireItem['type']): QuestionnaireItem => ({
    linkId: aboutPlace(field).linkId,
    text: words,
    type,
    required: true,
  });
  const many = (place: AnswerPlace, words: string, options: Parameters<typeof choiceItem>[2]): QuestionnaireItem => ({
    ...choiceItem(place, words, options),
    repeats: true,
  });
  return [
    plain('ageYears', text.age, 'decimal'),
    plain('sittingHoursPerDay', you.sitting, 'decimal'),
    many(aboutPlace('sports'), you.sports, labels(sports, you.sportNames)),
    { ...choiceItem(aboutPlace('level'), you.level, labels(experienceLevels, you.levels)), required: true },
    many(aboutPlace('goals'), week.goals, labels(goals, week.goalNames)),
    plain('daysPerWeek', week.days, 'integer'),
    plain('minutesPerDay', week.minutes, 'integer'),
    many(aboutPlace('equipment'), week.equipment, labels(equipmentKinds, week.equipmentNames)),
    plain('canKneel', text.canKneel, 'boolean'),
    plain('canUseFloor', text.canUseFloor, 'boolean'),
    plain('needsBalanceSupport', text.needsBalanceSupport, 'boolean'),
  ];
}

function painItems(words: FhirWords): readonly QuestionnaireItem[] {
  return [
    { linkId: painPlace('now').linkId, text: words.check.pain.now, type: 'decimal', required: true },
    { ...choiceItem(painPlace('where'), words.fhir.questionnaire.painWhere, painSiteLabel(words)), repeats: true },
  ];
}
