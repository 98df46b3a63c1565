import { fillTemplate, sides, type Side } from '@psoas/kernel';
import type { FhirKnowledge, FhirWords } from '../fhir-input.ts';
import { testPlace } from '../link-ids.ts';
import type { EnableWhen, QuestionnaireItem } from '../r4.ts';
import { answerSystem, choiceItem } from './safety-items.ts';

type CheckItem = FhirKnowledge['checks'][number];
type Field = CheckItem['answers'][number];

/** One self-test: a group for each side, and in it what is answered. */
export function testItem(check: CheckItem, text: FhirWords['fhir']['questionnaire'], sideWords: FhirWords['fhir']['sides']): QuestionnaireItem {
  const linkId = `tests.${check.answerKey}`;
  return {
    linkId,
    text: check.name,
    type: 'group',
    item: sides.map((side) => ({
      linkId: `${linkId}.${side}`,
      text: fillTemplate(text.sideTest, { test: check.name, side: sideWords[side] }),
      type: 'group',
      item: check.answers.map((field) => fieldItem(check, field, { side, sideWords })),
    })),
  };
}

type OfSide = { readonly side: Side; readonly sideWords: FhirWords['fhir']['sides'] };

function fieldItem({ answerKey, optional }: CheckItem, field: Field, { side, sideWords }: OfSide): QuestionnaireItem {
  const place = testPlace(answerKey, side, field.field);
  const text = fillTemplate(field.question, { target: sideWords[side], other: sideWords[side === 'left' ? 'right' : 'left'] });
  const condition = field.onlyWhen;
  const enableWhen = condition?.is.map((code): EnableWhen => {
    const { linkId } = testPlace(answerKey, side, condition.field);
    return { question: linkId, operator: '=', answerCoding: { system: answerSystem(linkId), code } };
  });
  const about = {
    ...(enableWhen !== undefined && { enableWhen, ...(enableWhen.length > 1 && { enableBehavior: 'any' as const }) }),
    ...(!optional && condition === undefined && { required: true }),
  };
  if (field.kind === 'choice') return { ...choiceItem(place, text, field.choices ?? []), ...about };
  return { linkId: place.linkId, text, type: field.kind === 'yes-no' ? 'boolean' : 'decimal', ...about };
}
