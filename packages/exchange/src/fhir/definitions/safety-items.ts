import { painSites } from '@psoas/core/answers';
import type { FhirKnowledge, FhirWords } from '../fhir-input.ts';
import { detailGroupPlace, detailPlace, flagPlace, wordPlace, type AnswerPlace } from '../link-ids.ts';
import type { EnableWhen, QuestionnaireItem } from '../r4.ts';
import { fhirBase } from '../systems.ts';

/** A value of a closed list with its words. */
export type Option = { readonly value: string; readonly label: string };

/** The code system of the answers to one question; left and right share it. */
export function answerSystem(linkId: string): string {
  return `${fhirBase}/CodeSystem/answer/${linkId.replace(/\.(left|right)\./, '.')}`;
}

/** A question with a closed list of answers. */
export function choiceItem({ linkId }: AnswerPlace, text: string, options: readonly Option[]): QuestionnaireItem {
  const system = answerSystem(linkId);
  return {
    linkId,
    text,
    type: 'choice',
    answerOption: options.map(({ value, label }) => ({ valueCoding: { system, code: value, display: label } })),
  };
}

/** The 54 questions, in the groups in which a person reads them. */
export function safetyGroups({ questions, groups }: FhirKnowledge): readonly QuestionnaireItem[] {
  return groups.map(({ id, title }) => ({
    linkId: `safety.${id}`,
    text: title,
    type: 'group',
    item: questions
      .filter(({ group }) => group === id)
      .map((question) => ({ linkId: flagPlace(question.id).linkId, text: question.question, type: 'boolean', required: true })),
  }));
}

type Ask = FhirKnowledge['questions'][number]['asks'][number];

/** What is asked after a yes, each detail once, though two questions may ask for it. */
export function detailsItem({ questions, modifiers }: FhirKnowledge, title: string): QuestionnaireItem {
  const asks = [...questions, ...modifiers].flatMap((item) => item.asks);
  const details = [...new Set(asks.map(({ detail }) => detail))];
  const askedBy = (ask: Ask): readonly EnableWhen[] =>
    questions
      .filter((question) => question.asks.some(({ detail, field }) => detail === ask.detail && field === ask.field))
      .map(({ id }) => ({ question: flagPlace(id).linkId, operator: '=', answerBoolean: true }));
  const item = (detail: string): QuestionnaireItem => {
    const own = asks.filter((ask, index) => ask.detail === detail && asks.findIndex((other) => isSame(other, ask)) === index);
    const [first] = own;
    // A detail that is one yes or no has no fields.
    if (first?.field === 'value') return { ...askItem(first), linkId: detailGroupPlace(detail).linkId };
    const fields = own.map((ask) => ({ ...askItem(ask), ...enabled(askedBy(ask)) }));
    return { linkId: detailGroupPlace(detail).linkId, text: own.map(({ question }) => question).join(' '), type: 'group', item: fields };
  };
  return { linkId: 'safety.details', text: title, type: 'group', item: details.map(item) };
}

function isSame(one: Ask, other: Ask): boolean {
  return one.detail === other.detail && one.field === other.field;
}

function enabled(enableWhen: readonly EnableWhen[]): Pick<QuestionnaireItem, 'enableWhen' | 'enableBehavior'> {
  if (enableWhen.length === 0) return {};
  return { enableWhen, ...(enableWhen.length > 1 && { enableBehavior: 'any' }) };
}

function askItem({ detail, field, kind, question, choices }: Ask): QuestionnaireItem {
  const place = detailPlace(detail, field);
  // What an operation was is kept as it was written, also where it is none of the list.
  if (kind === 'choice' && choices !== undefined && detail !== 'surgery') return choiceItem(place, question, choices);
  return { linkId: place.linkId, text: question, type: kind === 'yes-no' ? 'boolean' : kind === 'number' ? 'decimal' : 'string' };
}

/** A clinician's word: said for what is marked here, or for named flags on a day (S-05). */
export function wordItem({ questions }: FhirKnowledge, text: FhirWords['fhir']['questionnaire']): QuestionnaireItem {
  const flags = questions.map(({ id, label }) => ({ value: id, label })).toSorted((first, second) => (first.value < second.value ? -1 : 1));
  return {
    linkId: 'safety.word',
    text: text.word,
    type: 'group',
    item: [
      { linkId: wordPlace('said').linkId, text: text.wordSaid, type: 'boolean' },
      { ...choiceItem(wordPlace('flags'), text.wordFlags, flags), repeats: true },
      { linkId: wordPlace('date').linkId, text: text.wordDate, type: 'date' },
      { linkId: wordPlace('until').linkId, text: text.wordUntil, type: 'date', readOnly: true },
    ],
  };
}

/** Every place of the body map with its words. */
export function painSiteLabel({ check: { pain } }: FhirWords): readonly Option[] {
  const single: { readonly [site: string]: string } = pain.single;
  const sited: { readonly [site: string]: string } = pain.sited;
  return painSites.map((site) => {
    const [, place = site, side] = /^(.*)-(left|right)$/.exec(site) ?? [];
    const words = single[site] ?? sited[place] ?? site;
    return { value: site, label: side === undefined ? words : `${words} (${side === 'left' ? pain.left : pain.right})` };
  });
}
