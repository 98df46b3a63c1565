import type { ArticleHead, Check, Claim, Exercise, Faq, Modifier, Question, QuestionGroup, Source } from '@psoas/knowledge/types';

/** All knowledge, as the generated modules hold it. */
export type Knowledge = {
  readonly exercises: readonly Exercise[];
  readonly checks: readonly Check[];
  readonly questions: readonly Question[];
  readonly groups: readonly QuestionGroup[];
  readonly modifiers: readonly Modifier[];
  readonly claims: readonly Claim[];
  readonly articleHeads: readonly ArticleHead[];
  readonly faq: readonly Faq[];
  readonly sources: readonly Source[];
};

/** One part of the report: what was looked for, what was found, and whether a finding fails the build. */
export type Examination = { readonly id: string; readonly title: string; readonly fails: boolean; readonly findings: readonly string[] };

/** Silent reading of English text: words a minute (general knowledge; a mean of many studies). */
const readingWordsPerMinute = 238;
/** [S-08] A healthy person gets through the questions in under this. */
const screeningSecondsLimit = 60;

/** Looks through the knowledge for what no schema sees. */
export function examine(knowledge: Knowledge): readonly Examination[] {
  return [
    { id: 'missing-text', title: 'Exercises and self-tests that lack a kind of instruction', fails: true, findings: missingText(knowledge) },
    { id: 'orphan-claims', title: 'Claims whose place does not name them back', fails: true, findings: orphanClaims(knowledge) },
    { id: 'no-easier-neighbour', title: 'Planned exercises above the first rung without an easier neighbour', fails: true, findings: withoutEasier(knowledge) },
    { id: 'flags-without-question', title: 'Groups without a question', fails: true, findings: knowledge.groups.filter(({ id }) => !knowledge.questions.some(({ group }) => group === id)).map(({ id }) => id) },
    { id: 'slow-screening', title: `Questions that a healthy person cannot scan in ${screeningSecondsLimit} s`, fails: true, findings: slowScreening(knowledge) },
    { id: 'shouting', title: 'Texts with an exclamation mark', fails: true, findings: shouting(knowledge) },
    { id: 'unused-sources', title: 'Sources that nothing cites', fails: false, findings: unusedSources(knowledge) },
  ];
}

/** Seconds that scanning all labels, titles and leads takes. */
export function screeningSeconds({ questions, groups }: Pick<Knowledge, 'questions' | 'groups'>): number {
  const text = [...questions.map(({ label }) => label), ...groups.flatMap(({ title, lead = '' }) => [title, lead])].join(' ');
  return (text.split(/\s+/).filter((word) => word !== '').length / readingWordsPerMinute) * 60;
}

const neededKinds = ['preparation', 'step', 'safety'] as const;

function missingText({ exercises, checks }: Knowledge): readonly string[] {
  const items = [...exercises, ...checks];
  return items.flatMap(({ id, instructions }) => neededKinds.filter((kind) => !instructions.some((line) => line.kind === kind)).map((kind) => `${id}: no ${kind} line`));
}

// A claim says where it lives; the item there must list it, so that a reader finds the way in both directions.
function orphanClaims({ claims, exercises, checks, faq, articleHeads }: Knowledge): readonly string[] {
  const listed: ReadonlyMap<string, ReadonlySet<string>> = new Map([
    ...exercises.map((item) => [`exercise:${item.id}`, new Set(item.claims)] as const),
    ...checks.map((item) => [`check:${item.id}`, new Set(item.claims)] as const),
    ...faq.map((item) => [`faq:${item.id}`, new Set(item.claims)] as const),
    ...articleHeads.map((item) => [`article:${item.id}`, new Set(item.claims)] as const),
  ]);
  const isShown = (claim: Claim): boolean => claim.place.some((place) => listed.get(place)?.has(claim.id) === true || /^(rule|screen|question):/.test(place));
  return claims.filter((claim) => !isShown(claim)).map(({ id, place }) => `${id}: none of ${place.join(', ')} lists it`);
}

function withoutEasier({ exercises }: Knowledge): readonly string[] {
  return exercises.filter(({ planned, rung, easier }) => planned && rung > 1 && easier.length === 0).map(({ id }) => id);
}

function slowScreening(knowledge: Knowledge): readonly string[] {
  const seconds = screeningSeconds(knowledge);
  return seconds < screeningSecondsLimit ? [] : [`${Math.round(seconds)} s at ${readingWordsPerMinute} words a minute`];
}

function shouting(knowledge: Knowledge): readonly string[] {
  return Object.entries(knowledge).flatMap(([kind, items]) => items.filter((item) => JSON.stringify(item).includes('!')).map((item) => `${kind}: ${item.id}`));
}

function unusedSources({ sources, exercises, checks, questions, modifiers, claims, faq, articleHeads }: Knowledge): readonly string[] {
  const used = new Set([exercises, checks, questions, modifiers, claims, faq, articleHeads].flat().flatMap((item) => item.sources));
  return sources.filter(({ id }) => !used.has(id)).map(({ id, title }) => `${id}: ${title}`);
}
