import type { DiaryState } from '@psoas/core/diary';
import { questionnaireCanonical } from '../definitions/questionnaire.ts';
import type { Questionnaire, QuestionnaireItem, QuestionnaireResponse, Reference, ResponseAnswer, ResponseItem } from '../r4.ts';
import { resourceId } from '../resource-id.ts';
import { givenAnswers, type GivenAnswers } from './given-answers.ts';
import { momentText } from './moment-text.ts';

/** The id of the response of a check. */
export function responseId(check: string): string {
  return resourceId('check', check);
}

/**
 * A check as an answered questionnaire. One that ended before its end, because an emergency was named or an answer is
 * damaged, holds what could be read, and says that it was stopped.
 */
export function questionnaireResponse(
  check: DiaryState['checks'][number],
  { questionnaire, subject }: { readonly questionnaire: Pick<Questionnaire, 'item'>; readonly subject: Reference },
): QuestionnaireResponse {
  const answers = givenAnswers(check.answers);
  return {
    resourceType: 'QuestionnaireResponse',
    id: responseId(check.id),
    questionnaire: questionnaireCanonical,
    status: answers.isComplete ? 'completed' : 'stopped',
    subject,
    authored: momentText(check),
    source: subject,
    item: answered(questionnaire.item, answers),
  };
}

function answered(items: readonly QuestionnaireItem[], answers: GivenAnswers): readonly ResponseItem[] {
  return items.flatMap((item): readonly ResponseItem[] => {
    if (item.type !== 'group') {
      const answer = answersOf(item, answers.valueAt(item.linkId));
      return answer.length === 0 ? [] : [{ linkId: item.linkId, answer }];
    }
    const inner = answered(item.item ?? [], answers);
    if (inner.length > 0) return [{ linkId: item.linkId, item: inner }];
    // [S-02] A detail that was named without a word counts: the careful reading needs to see it.
    return item.linkId.startsWith('safety.details.') && answers.isNamed(item.linkId) ? [{ linkId: item.linkId }] : [];
  });
}

function answersOf({ type, answerOption = [] }: QuestionnaireItem, value: unknown): readonly ResponseAnswer[] {
  if (typeof value === 'boolean') return [{ valueBoolean: value }];
  if (typeof value === 'number') return [type === 'integer' ? { valueInteger: value } : { valueDecimal: value }];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => answersOf({ type, answerOption, linkId: '', text: '' }, one));
  if (typeof value !== 'string') return [];
  if (type === 'date') return [{ valueDate: value }];
  if (type === 'string') return [{ valueString: value }];
  const option = answerOption.find(({ valueCoding }) => valueCoding.code === value)?.valueCoding;
  const system = option?.system ?? answerOption[0]?.valueCoding.system;
  return system === undefined ? [] : [{ valueCoding: option ?? { system, code: value } }];
}
