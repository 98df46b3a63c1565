import { fillTemplate } from '@psoas/kernel';
import { articleHeads } from '@psoas/knowledge/articles';
import { claims } from '@psoas/knowledge/claims';
import { faq } from '@psoas/knowledge/faq';
import { modifiers, questions } from '@psoas/knowledge/questions';
import { sources } from '@psoas/knowledge/sources';
import cliText from '@psoas/knowledge/text/cli';
import text from '@psoas/knowledge/text/mcp';
import rulesText from '@psoas/knowledge/text/rules';
import { loadArticle } from '../../load-article.ts';
import { citedSources, renderBlocks } from '../../print/render-blocks.ts';
import { plainScreen } from '../look.ts';
import { sourcesOf, type Explained } from './explained.ts';

/** What psoas knows under an id, whoever asks; undefined when there is no such id. */
export async function explainKnown(id: string): Promise<Explained | undefined> {
  return (
    explainRule(id) ?? explainQuestion(id) ?? explainClaim(id) ?? explainSource(id) ?? explainFaq(id) ?? (await explainArticle(id))
  );
}

/** Every id that can be explained without a diary, exercises left out. */
export function knownIds(): readonly string[] {
  return [
    ...Object.keys(rulesText.rules),
    ...[questions, modifiers, claims, sources, faq, articleHeads].flatMap((list) => list.map(({ id }) => id)),
  ];
}

const nothingMore = { inPlan: null, sources: [], related: [] };

function explainRule(id: string): Explained | undefined {
  const sentence = Object.entries(rulesText.rules).find(([rule]) => rule === id)?.[1];
  return sentence === undefined ? undefined : { id, kind: 'rule', title: id, text: [sentence], ...nothingMore };
}

// The question of a flag first: what it asks decides, its label is for scanning.
function explainQuestion(id: string): Explained | undefined {
  const question = questions.find((one) => one.id === id);
  if (question !== undefined) {
    const actions = Object.entries(question.actions).map(([level, action]) => `${level}: ${action}`);
    const lines = [question.question, question.signOf, question.whyAsked, ...actions];
    return { id, kind: 'flag', title: question.label, text: lines, inPlan: null, sources: sourcesOf(question.sources), related: [] };
  }
  const modifier = modifiers.find((one) => one.id === id);
  if (modifier === undefined) return undefined;
  const lines = [modifier.question, modifier.effect, modifier.whyAsked];
  return { id, kind: 'modifier', title: modifier.label, text: lines, inPlan: null, sources: sourcesOf(modifier.sources), related: [] };
}

function explainClaim(id: string): Explained | undefined {
  const claim = claims.find((one) => one.id === id);
  if (claim === undefined) return undefined;
  return {
    id,
    kind: 'claim',
    title: fillTemplate(text.answers.claimTitle, { verdict: cliText.claims.verdicts[claim.verdict], statement: claim.statement }),
    text: [claim.wording],
    inPlan: null,
    sources: sourcesOf([claim.seed, ...claim.sources]),
    related: [...claim.place],
  };
}

function explainSource(id: string): Explained | undefined {
  const source = sources.find((one) => one.id === id);
  if (source === undefined) return undefined;
  const known = claims.filter((claim) => claim.sources.includes(id)).map((claim) => claim.id);
  return { id, kind: 'source', title: source.title, text: [source.supports], inPlan: null, sources: sourcesOf([id]), related: known };
}

function explainFaq(id: string): Explained | undefined {
  const entry = faq.find((one) => one.id === id);
  if (entry === undefined) return undefined;
  const lines = [...renderBlocks(entry.blocks, plainScreen), ...(entry.correction === undefined ? [] : ['', entry.correction])];
  return { id, kind: 'faq', title: entry.question, text: lines, inPlan: null, sources: sourcesOf(entry.sources), related: entry.claims };
}

async function explainArticle(id: string): Promise<Explained | undefined> {
  const head = articleHeads.find((one) => one.id === id);
  const article = await loadArticle(id);
  if (head === undefined || article === undefined) return undefined;
  return {
    id,
    kind: 'article',
    title: head.title,
    text: [head.summary, ...renderBlocks(article.blocks, plainScreen)],
    inPlan: null,
    sources: sourcesOf(citedSources(article.blocks)),
    related: [...head.claims],
  };
}
