import { fillTemplate } from '@psoas/kernel';
import {
  aboveNinetyResults,
  feltMoments,
  goals,
  halfKneelingPlaces,
  kneeLiftResults,
  painSites,
  sports,
} from '@psoas/core/answers';
import { equipmentKinds, experienceLevels } from '@psoas/core/catalogue';
import { groups, modifiers, questions as allQuestions } from '@psoas/knowledge/questions';
import text from '@psoas/knowledge/text/cli';
import type { Question } from '@psoas/knowledge/types';
import { isOn, printJson, printLines, type Command, type Screen } from '../io.ts';
import { stylesOf, textWidth, wrap } from '../print/layout.ts';

/** The safety questions by group, with the ids and details that a file of answers uses. */
export const questions: Command = async (input, io) => {
  const grouped = groups
    .toSorted((first, second) => first.order - second.order)
    .map((group) => ({ ...group, questions: questionsOf(group.id) }));
  if (isOn(input, 'template') && isOn(input, 'json')) {
    const { parse } = await import('yaml');
    const empty: unknown = parse(template());
    printJson(io, empty);
  } else if (isOn(input, 'template')) io.out(template());
  else if (isOn(input, 'json')) printJson(io, { groups: grouped, modifiers });
  else {
    const { strong } = stylesOf(io.screen);
    const width = textWidth(io.screen);
    printLines(io, [
      ...wrap(text.questions.intro, width),
      ...grouped.flatMap((group): readonly string[] => [
        '',
        strong(fillTemplate(text.questions.group, { order: group.order, title: group.title })),
        ...(group.lead === undefined ? [] : wrap(group.lead, width)),
        ...group.questions.flatMap((question) => questionLines(question, io.screen)),
      ]),
      '',
      strong(text.questions.modifiersTitle),
      ...modifiers
        .filter(({ asks }) => asks.length > 0)
        .flatMap((modifier): readonly string[] => [
          `  ${strong(modifier.id)}  ${modifier.label}`,
          ...wrap(modifier.question, width, '        '),
          ...askLines(modifier.asks, width),
        ]),
    ]);
  }
  return 0;
};

function questionsOf(group: string): readonly Question[] {
  return allQuestions
    .filter((question) => question.group === group)
    .toSorted((first, second) => first.order - second.order);
}

function questionLines(question: Question, screen: Screen): readonly string[] {
  const { strong } = stylesOf(screen);
  return [
    `  ${strong(question.id)}  ${question.label}`,
    ...wrap(question.question, textWidth(screen), '        '),
    ...askLines(question.asks, textWidth(screen)),
  ];
}

function askLines(asks: Question['asks'], width: number): readonly string[] {
  return asks.flatMap(({ detail, field, kind, choices }) => {
    const allowed =
      kind === 'choice' ? (choices ?? []).map(({ value }) => value).join(' | ') : text.questions.kinds[kind];
    // A detail that is a single answer has no field of its own.
    const line =
      field === 'value'
        ? `details: ${detail}: ${allowed}`
        : fillTemplate(text.questions.details, { detail, field, kind: allowed });
    return wrap(line, width, '          ', '        ');
  });
}

function template(): string {
  const list = (values: readonly string[]): string => values.join(' | ');
  return fillTemplate(text.questions.template, {
    sports: list(sports),
    levels: list(experienceLevels),
    goals: list(goals),
    equipment: list(equipmentKinds),
    sites: list(painSites),
    places: list(halfKneelingPlaces),
    moments: list(feltMoments),
    results: list(kneeLiftResults),
    above: list(aboveNinetyResults),
  });
}
