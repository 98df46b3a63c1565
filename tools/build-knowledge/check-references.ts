import type { Block } from './blocks.ts';
import type { KnowledgeProblem } from './knowledge-problem.ts';
import type { RawItem, RawKnowledge } from './read-items.ts';

type Fields = { readonly [key: string]: unknown };

/** What JSON Schema cannot say: ids that must exist, neighbours that must mirror, fields that go together. */
export function checkReferences(knowledge: RawKnowledge): readonly KnowledgeProblem[] {
  const ids = (items: readonly RawItem[]): ReadonlySet<string> => new Set(items.map(({ value }) => String(fields(value)['id'])));
  const known = { exercise: ids(knowledge.exercises), check: ids(knowledge.checks), question: ids(knowledge.questions), source: ids(knowledge.sources), claim: ids(knowledge.claims), faq: ids(knowledge.faq), article: ids(knowledge.articles), group: ids(knowledge.groups) };
  const cited = [knowledge.exercises, knowledge.checks, knowledge.questions, knowledge.modifiers, knowledge.faq, knowledge.articles, knowledge.claims].flat();
  return [
    ...cited.flatMap((item) => missingIds(item, 'sources', known.source)),
    ...[knowledge.exercises, knowledge.checks, knowledge.faq, knowledge.articles, knowledge.mechanics].flat().flatMap((item) => missingIds(item, 'claims', known.claim)),
    ...knowledge.questions.filter(({ value }) => !known.group.has(String(fields(value)['group']))).map((item) => problem(item, 'group', 'name a group of questions/groups.yaml')),
    ...knowledge.exercises.flatMap((item) => exerciseProblems(item, knowledge.exercises, known.exercise)),
    ...duplicates(knowledge.claims),
    ...duplicates(knowledge.mechanics.map((item) => ({ ...item, name: String(fields(item.value)['id']) }))),
    ...knowledge.claims.flatMap((item) => placeProblems(item, known)),
  ];
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}

function problem({ file }: RawItem, field: string, remedy: string): KnowledgeProblem {
  return { file, field, remedy };
}

function missingIds(item: RawItem, field: string, known: ReadonlySet<string>): readonly KnowledgeProblem[] {
  return strings(fields(item.value)[field])
    .filter((id) => !known.has(id))
    .map((id) => problem(item, field, `${id} does not exist; correct it or add it`));
}

function exerciseProblems(item: RawItem, all: readonly RawItem[], known: ReadonlySet<string>): readonly KnowledgeProblem[] {
  const exercise = fields(item.value);
  const id = String(exercise['id']);
  const mirrored = (field: string, mirror: string): readonly KnowledgeProblem[] =>
    strings(exercise[field])
      .filter((other) => !strings(fields(all.find(({ name }) => name === other)?.value)[mirror]).includes(id))
      .map((other) => problem(item, field, `${other} does not list ${id} under ${mirror}; let the two agree`));
  const feels = Array.isArray(fields(exercise['feel'])['answers']) ? (fields(exercise['feel'])['answers'] as readonly unknown[]) : [];
  return [
    ...['easier', 'harder', 'substitutes'].flatMap((field) => missingIds(item, field, known)),
    ...mirrored('easier', 'harder'),
    ...mirrored('harder', 'easier'),
    ...Object.entries(fields(exercise['doses'])).flatMap(([name, dose]) => doseProblems(item, name, fields(dose))),
    ...feels.filter((answer) => fields(answer)['verdict'] !== 'right' && fields(answer)['fix'] === undefined).map((answer) => problem(item, `feel.${String(fields(answer)['where'])}`, 'add a fix')),
    ...formProblems(item, exercise),
    ...(exercise['planned'] === false && exercise['notPlannedBecause'] === undefined ? [problem(item, 'notPlannedBecause', 'say why it is never planned')] : []),
    ...(Number(exercise['rung']) >= 4 && Array.isArray(exercise['gates']) && exercise['gates'].length === 0 ? [problem(item, 'gates', 'rungs 4 and 5 need a gate')] : []),
  ];
}

// A harder form is one of the variants, or the exercise itself with more load; load says how much.
function formProblems(item: RawItem, exercise: Fields): readonly KnowledgeProblem[] {
  const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fields) : []);
  const variants = new Set(list(exercise['variants']).map((variant) => variant['id']));
  return list(exercise['forms']).flatMap((form, index) => [
    ...(form['variant'] !== undefined && !variants.has(form['variant']) ? [problem(item, `forms[${index}].variant`, 'name one of the variants')] : []),
    ...((form['by'] === 'load') === (form['kilograms'] === undefined) ? [problem(item, `forms[${index}].kilograms`, 'load needs kilograms, and nothing else has them')] : []),
  ]);
}

function doseProblems(item: RawItem, name: string, dose: Fields): readonly KnowledgeProblem[] {
  const field = `doses.${name}`;
  if ((dose['reps'] === undefined) === (dose['holdSeconds'] === undefined)) return [problem(item, field, 'give either reps or holdSeconds')];
  return dose['reps'] !== undefined && dose['tempo'] === undefined ? [problem(item, field, 'repetitions need a tempo')] : [];
}

function duplicates(items: readonly RawItem[]): readonly KnowledgeProblem[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const isAgain = seen.has(item.name);
    seen.add(item.name);
    return isAgain ? [problem(item, 'id', `${item.name} stands twice`)] : [];
  });
}

const freePlaces = new Set(['rule', 'screen']);

function placeProblems(item: RawItem, known: { readonly [kind: string]: ReadonlySet<string> }): readonly KnowledgeProblem[] {
  return strings(fields(item.value)['place']).flatMap((place) => {
    const [kind = '', id = ''] = place.split(':');
    return freePlaces.has(kind) || known[kind]?.has(id) === true ? [] : [problem(item, 'place', `${place} does not exist; correct it or add it`)];
  });
}

/** What a text cites must stand among its sources, and what it links to must exist. */
export function textReferenceProblems(item: RawItem, blocks: readonly Block[], knowledge: RawKnowledge): readonly KnowledgeProblem[] {
  const listed = new Set(strings(fields(item.value)['sources']));
  const itemsByKind = { exercise: knowledge.exercises, check: knowledge.checks, faq: knowledge.faq, article: knowledge.articles };
  const spans = blocks.flatMap((block) => (block.kind === 'list' ? block.items.flat() : block.spans));
  return spans.flatMap((span) => {
    if (span.kind === 'cite') return listed.has(span.source) ? [] : [problem(item, 'sources', `the text cites ${span.source}; list it`)];
    if (span.kind !== 'link') return [];
    return itemsByKind[span.to.kind].some(({ name }) => name === span.to.id) ? [] : [problem(item, 'text', `${span.to.kind}:${span.to.id} does not exist`)];
  });
}
